/** Telling of use before the program: one's own, or a client's. */
import type { Whose } from './plans';
import { refusalAt, troubleBesides } from './refusals';
import { tellUseHistory, toldBeforeQuery, type UseHistoryBody } from './use-history';
import { useSending } from './use-sending';

const SHOWN = ['last_use_on', 'episodes_in_year'];

export function useTelling(whose: Whose, onSaved: () => void) {
  const sending = useSending((body: UseHistoryBody) => tellUseHistory(whose, body), [toldBeforeQuery(whose).queryKey], onSaved);
  return {
    busy: sending.isPending,
    trouble: troubleBesides(sending.error, SHOWN),
    refusedAt: (field: string): string | undefined => refusalAt(sending.error, field),
    save: (body: UseHistoryBody): void => sending.mutate(body),
  };
}
