/** What a clinician does with an alert, with what to say when someone else was quicker. */
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'preact/compat';

import { moveAlert, type Answered, type Move } from '../../api/alerts';
import { isProblem, type Problem } from '../../api/problem';
import type { Alert, AlertState } from '../../api/types';
import { t } from '../../lib/strings';

export type Form = 'resolve' | 'assign' | 'reopen' | 'lower';

export interface Answers {
  move: (move: Move) => void;
  busy: boolean;
  /** The form that is open, and on which alert. */
  form: { id: string; kind: Form } | undefined;
  open: (alert: Alert, kind: Form) => void;
  close: () => void;
  /** What went wrong with the last answer, and for which alert. */
  trouble: { id: string; sentence: string } | undefined;
  /** What I acknowledged last, while it can be taken back. */
  taken: Answered | undefined;
  forget: () => void;
}

/** The moves on alerts; onMoved hears in which list an alert is now. */
export function useAnswers(onMoved: (state: AlertState) => void): Answers {
  const [form, setForm] = useState<Answers['form']>();
  const [trouble, setTrouble] = useState<Answers['trouble']>();
  const [taken, setTaken] = useState<Answered>();
  const explain = (id: string, error: Error): void => {
    setTrouble({ id, sentence: sentenceFor(error) });
    // Someone else was quicker: follow the alert to the list it is in now.
    if (isProblem(error, 'already_acknowledged')) onMoved('acknowledged');
    if (isProblem(error, 'already_resolved')) onMoved('resolved');
  };
  const moving = useMoving({
    onMutate: () => setTrouble(undefined),
    onSuccess: (answer, move) => {
      setForm(undefined);
      setTaken(move.do === 'acknowledge' ? answer : undefined);
      onMoved(answer.state);
    },
    onError: (error, { alert }) => explain(alert.id, error),
  });
  return {
    ...moving,
    form,
    open: (alert, kind) => {
      const sentence = refusalToOpen(alert, kind);
      if (sentence === undefined) setForm({ id: alert.id, kind });
      setTrouble(sentence === undefined ? undefined : { id: alert.id, sentence });
    },
    close: () => setForm(undefined),
    trouble,
    taken,
    forget: () => setTaken(undefined),
  };
}

interface Hearing {
  onMutate: () => void;
  onSuccess: (answer: Answered, move: Move) => void;
  onError: (error: Error, move: Move) => void;
}

/** One move at a time. It is over when the server answered: what is drawn then takes the next key at once. */
function useMoving(hearing: Hearing): Pick<Answers, 'move' | 'busy'> {
  const queries = useQueryClient();
  const underWayRef = useRef(false);
  const moving = useMutation({
    ...hearing,
    mutationFn: (move: Move) => moveAndDropOldReads(queries, move).finally(() => (underWayRef.current = false)),
    // Not waited for: the next key, such as undo, must work at once.
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['alerts'] });
    },
  });
  const move = (next: Move): void => {
    if (underWayRef.current) return;
    underWayRef.current = true;
    moving.mutate(next);
  };
  return { move, busy: moving.isPending };
}

/** A list that is still being read may be from before the answer, and would outlast it. */
async function moveAndDropOldReads(queries: QueryClient, move: Move): Promise<Answered> {
  const answer = await moveAlert(move);
  await queries.cancelQueries({ queryKey: ['alerts'] });
  return answer;
}

/** Why a form makes no sense for an alert as it stands. */
function refusalToOpen({ state }: Alert, kind: Form): string | undefined {
  if (kind === 'reopen') return state === 'resolved' ? undefined : t.alerts.notResolved;
  if (state === 'resolved') return t.alerts.alreadyResolved;
  return kind !== 'assign' && state === 'open' ? t.alerts.notAcknowledged : undefined;
}

function sentenceFor(error: Error): string {
  if (!isProblem(error)) return t.common.errorBody;
  if (error.isOffline) return `${t.common.offlineTitle}. ${t.common.tryAgain}.`;
  return refusalSentence(error);
}

function refusalSentence({ refusal }: Problem): string {
  const [field] = Object.values(refusal.fields ?? {}).flat();
  return ownWords(refusal.code, (refusal.members['by'] as { name?: string } | undefined)?.name) ?? ((field ?? refusal.detail) || t.common.errorBody);
}

/** Where we can say it better than the server: with the name of who was quicker. */
function ownWords(code: string, name: string | undefined): string | undefined {
  if (code === 'not_acknowledged') return t.alerts.notAcknowledged;
  if (name === undefined) return undefined;
  if (code === 'already_acknowledged' || code === 'not_yours') return t.alerts.alreadyBy(name);
  return code === 'already_resolved' ? t.alerts.resolvedAlreadyBy(name) : undefined;
}
