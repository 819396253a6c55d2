/** My wishes for reminders: each change shows at once and is sent in the order it was made. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { pauseReminders, preferencesQuery, savePreferences, type KindSetting, type Preferences } from '../../api/reminders';
import { sentenceOf } from '../../api/trouble';
import { t } from '../../lib/strings';

export interface PreferenceChanges {
  set: (part: Partial<Preferences>) => void;
  setKind: (kind: KindSetting) => void;
  pause: (until: string | null) => void;
}

const SCOPE = { id: 'reminder-preferences' };

export function usePreferences() {
  const queries = useQueryClient();
  const query = useQuery(preferencesQuery);
  const show = (wishes: Preferences): void => void queries.setQueryData(preferencesQuery.queryKey, wishes);
  const settled = { scope: SCOPE, onError: () => queries.invalidateQueries({ queryKey: preferencesQuery.queryKey }) };
  const saving = useMutation({ mutationFn: savePreferences, ...settled });
  const pausing = useMutation({ mutationFn: pauseReminders, onSuccess: show, ...settled });
  const now = (): Preferences | undefined => queries.getQueryData(preferencesQuery.queryKey);
  const set = (part: Partial<Preferences>): void => {
    const before = now();
    if (!before) return;
    const wishes = { ...before, ...part };
    show(wishes);
    saving.mutate(wishes);
  };
  const changes: PreferenceChanges = {
    set,
    setKind: (kind) => set({ kinds: (now()?.kinds ?? []).map((one) => (one.kind === kind.kind ? kind : one)) }),
    pause: (until) => pausing.mutate(until),
  };
  const error = saving.error ?? pausing.error;
  return {
    query,
    changes,
    news: newsOf(saving.isPending || pausing.isPending, saving.isSuccess || pausing.isSuccess),
    trouble: error ? sentenceOf(error, t.reminders.notSaved) : undefined,
  };
}

function newsOf(pending: boolean, done: boolean): string {
  if (pending) return t.reminders.saving;
  return done ? t.reminders.saved : '';
}
