/** Acknowledging and resolving, with what to say when someone else was quicker. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'preact/compat';

import { api, bodyOf } from '../../api/client';
import { isProblem, type Problem } from '../../api/problem';
import type { Alert, AlertState, Resolution } from '../../api/types';
import { t } from '../../lib/strings';

export interface Answers {
  acknowledge: (alert: Alert) => void;
  acknowledging: boolean;
  resolving: string | undefined;
  openResolve: (alert: Alert) => void;
  closeResolve: () => void;
  resolve: (alert: Alert, resolution: Resolution) => void;
  saving: boolean;
  /** What went wrong with the last answer, and for which alert. */
  trouble: { id: string; sentence: string } | undefined;
}

/** Acknowledge and resolve; onMoved hears that an alert has gone to another list. */
export function useAnswers(onMoved: (state: AlertState) => void): Answers {
  const queries = useQueryClient();
  const [resolving, setResolving] = useState<string>();
  const [trouble, setTrouble] = useState<Answers['trouble']>();
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['alerts'] });
  const explain = (id: string, error: Error): void => {
    setTrouble({ id, sentence: sentenceFor(error) });
    // Someone else was quicker: follow the alert to the list it is in now.
    if (isProblem(error, 'already_acknowledged')) onMoved('acknowledged');
    if (isProblem(error, 'already_resolved')) onMoved('resolved');
  };

  const after = (state: AlertState) => ({
    onMutate: () => setTrouble(undefined),
    onSuccess: () => {
      setResolving(undefined);
      onMoved(state);
    },
    onError: (error: Error, { alert }: { alert: Alert }) => explain(alert.id, error),
    onSettled: refresh,
  });
  const acknowledging = useMutation({ mutationFn: sendAcknowledge, ...after('acknowledged') });
  const saving = useMutation({ mutationFn: sendResolve, ...after('resolved') });
  return {
    acknowledge: (alert) => {
      if (!acknowledging.isPending) acknowledging.mutate({ alert });
    },
    acknowledging: acknowledging.isPending,
    resolving,
    openResolve: (alert) => {
      if (alert.state === 'acknowledged') setResolving(alert.id);
      else setTrouble({ id: alert.id, sentence: alert.state === 'open' ? t.alerts.notAcknowledged : t.alerts.alreadyResolved });
    },
    closeResolve: () => setResolving(undefined),
    resolve: (alert, resolution) => {
      if (!saving.isPending) saving.mutate({ alert, resolution });
    },
    saving: saving.isPending,
    trouble,
  };
}

async function sendAcknowledge({ alert: { id, tier } }: { alert: Alert }): Promise<Alert> {
  return bodyOf(await api.POST('/api/v1/alerts/{alert_id}/acknowledge/', { params: { path: { alert_id: id } }, body: { tier } }));
}

async function sendResolve({ alert: { id }, resolution }: { alert: Alert; resolution: Resolution }): Promise<Alert> {
  return bodyOf(await api.POST('/api/v1/alerts/{alert_id}/resolve/', { params: { path: { alert_id: id } }, body: resolution }));
}

function sentenceFor(error: Error): string {
  if (!isProblem(error)) return t.common.errorBody;
  if (error.isOffline) return `${t.common.offlineTitle}. ${t.common.tryAgain}.`;
  return refusalSentence(error);
}

function refusalSentence({ refusal }: Problem): string {
  const by = refusal.members['by'] as { name?: string } | undefined;
  if (refusal.code === 'already_acknowledged' && by?.name !== undefined) return t.alerts.alreadyBy(by.name);
  if (refusal.code === 'already_resolved') return t.alerts.alreadyResolved;
  if (refusal.code === 'not_acknowledged') return t.alerts.notAcknowledged;
  return refusal.detail || t.common.errorBody;
}
