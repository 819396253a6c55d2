/**
 * What is shared with me, for as long as it is: a sign is asked for every few seconds and whenever
 * the person comes back, and with another sign, or none, what was on the screen is gone.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'preact/compat';

import { callsForMeQuery, sharedMarkQuery, sharedQuery } from '../../api/family';
import type { FamilyShared } from '../../api/types';

const LOOK_AGAIN_AFTER = 10_000;
const LOOK_FOR_CALLS_AFTER = 20_000;

export interface Shared {
  page: FamilyShared | undefined;
  error: Error | null;
  retry: () => void;
  /** The terms were read: said once, so it need not be asked of the server again. */
  noteRulesRead: () => void;
  look: () => void;
}

export function useShared(): Shared {
  const queries = useQueryClient();
  const mark = useQuery({ ...sharedMarkQuery, refetchOnWindowFocus: 'always', refetchInterval: LOOK_AGAIN_AFTER });
  // After a failed look the old sign counts for nothing: sharing may have ended meanwhile.
  const query = sharedQuery(mark.isSuccess ? mark.data : undefined);
  const asked = useQuery(query);
  const look = (): void => void asked.refetch();
  useCalls(asked.data, look);
  return {
    page: asked.isSuccess ? asked.data : undefined,
    error: mark.error ?? asked.error,
    retry: () => void Promise.all([mark.refetch(), asked.isError && asked.refetch()]),
    noteRulesRead: () => queries.setQueryData(query.queryKey, (page) => page && { ...page, rules: { ...page.rules, read: true } }),
    look,
  };
}

/** A call that was pressed meanwhile changes nothing of what is shared, so it is looked for by itself. */
function useCalls(page: FamilyShared | undefined, look: () => void): void {
  const onPage = page?.shared.flatMap(({ crisis_contact: shown }) => shown?.call?.id ?? []) ?? [];
  const mayCome = page?.shared.some(({ crisis_contact: shown }) => shown !== null) ?? false;
  const calls = useQuery({
    ...callsForMeQuery,
    enabled: mayCome && onPage.length === 0,
    refetchOnWindowFocus: 'always',
    refetchInterval: LOOK_FOR_CALLS_AFTER,
  });
  const isNew = calls.data?.calls.some(({ id }) => !onPage.includes(id)) ?? false;
  useEffect(() => {
    if (isNew && onPage.length === 0) look();
    // Once for each press: the page then shows it, and looking for more stops.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- look is new at each drawing
  }, [isNew, onPage.length]);
}
