/** One questionnaire in progress: where it starts from, how each answer is kept, how it is sent. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'preact/compat';

import { dueQuery, type Due, type Form } from '../../api/questionnaires';
import { newSubmissionId } from '../../lib/ids';
import { criticalIn, type Answer, type Answers } from '../../lib/questionnaire';
import { useDevice, useOutbox } from '../../offline/device';
import type { Work } from '../../offline/queue';
import { sendAnswers, sendPart } from '../../offline/questionnaire-sending';
import { questionnaireDraftName, unsentAnswers, useDue, useForm } from '../../offline/questionnaires';
import { useKept } from '../../offline/use-kept';
import type { KeptAnswer } from '../../offline/use-kept-query';

export interface Draft {
  submissionId: string;
  /** The day from which it was asked; another day is another filling-in. */
  dueOn: string;
  answers: Answers;
  /** Which screen is in front of the person. */
  at: number;
  /** Critical answers after which help was shown. */
  helped: string[];
}

export type Readiness = 'loading' | 'failed' | 'nothing' | 'sent' | 'ready';

export interface Filling {
  readiness: Readiness;
  error: Error | null;
  retry: () => void;
  form: Form | undefined;
  draft: Draft;
  /** A critical answer was given in this filling-in. */
  hard: boolean;
  /** Keeps the answer; true when it calls for help that was not shown yet. */
  answer: (linkId: string, value: Answer | null) => boolean;
  moveTo: (at: number) => void;
  /** Resolves when the answers are safe on the device. */
  save: () => Promise<void>;
}

export function useQuestionnaire(id: string): Filling {
  const { outbox } = useDevice();
  const known = useKnown(id);
  const { draft, due, form, write } = known;
  const critical = form.data?.critical_items ?? {};
  const forget = useForget(id, due.data);
  return {
    readiness: known.readiness,
    error: form.error ?? due.error,
    retry: () => {
      due.refetch();
      form.refetch();
    },
    form: form.data,
    draft,
    hard: criticalIn(critical, draft.answers).length > 0,
    answer: (linkId, value) => {
      const answers = { ...draft.answers, [linkId]: value };
      const found = criticalIn(critical, answers);
      const isNew = found.some((sign) => !draft.helped.includes(sign));
      write({ ...draft, answers, helped: [...new Set([...draft.helped, ...found])] });
      if (isNew) void sendPart(outbox, { ...draft, questionnaire: id, answers });
      return isNew;
    },
    moveTo: (at) => write({ ...draft, at }),
    save: async () => {
      await sendAnswers(outbox, { ...draft, questionnaire: id });
      write(undefined);
      forget();
    },
  };
}

interface Known {
  readiness: Readiness;
  draft: Draft;
  due: KeptAnswer<Due[]>;
  form: KeptAnswer<Form>;
  write: (draft: Draft | undefined) => void;
}

/** What this device and the server know of it. */
function useKnown(id: string): Known {
  const due = useDue();
  const form = useForm(id);
  const kept = useKept<Draft>(questionnaireDraftName(id));
  const snapshot = useOutbox();
  const unsent = unsentAnswers(snapshot.work, id);
  const asked = due.data?.find(({ questionnaire }) => questionnaire === id);
  const [freshId] = useState(newSubmissionId);
  const loaded = [kept, snapshot, due, form].every((one) => one.loaded);
  const known = [asked, unsent, kept.value].some((one) => one !== undefined);
  return {
    readiness: loaded ? readinessOf({ waits: unsent?.state === 'waiting', form: form.data, known }) : 'loading',
    draft: draftOf(kept.value, unsent, asked, freshId),
    due,
    form,
    write: kept.write,
  };
}

/** Asked no more, also when there is no line to hear it from the server. */
function useForget(id: string, known: Due[] | undefined): () => void {
  const queries = useQueryClient();
  return () => void queries.setQueryData(dueQuery.queryKey, (said) => (said ?? known)?.filter(({ questionnaire }) => questionnaire !== id));
}

interface Standing {
  waits: boolean;
  form: Form | undefined;
  known: boolean;
}

function readinessOf({ waits, form, known }: Standing): Readiness {
  if (waits) return 'sent';
  if (!form) return 'failed';
  return known ? 'ready' : 'nothing';
}

/** What is on this phone goes before what another one left with the server. */
function draftOf(kept: Draft | undefined, unsent: Work | undefined, due: Due | undefined, freshId: string): Draft {
  if (kept && (!due || kept.dueOn === due.due_on)) return kept;
  const dueOn = due?.due_on ?? '';
  if (unsent) return { dueOn, at: 0, helped: [], submissionId: unsent.id, answers: unsent.body['answers'] as Answers };
  return { dueOn, at: 0, helped: [], ...begunOf(due, freshId) };
}

const begunOf = (due: Due | undefined, freshId: string): Pick<Draft, 'submissionId' | 'answers'> =>
  due?.draft ? { submissionId: due.draft.submission_id, answers: { ...due.draft.answers } } : { submissionId: freshId, answers: {} };
