/** To whom something of a kind can go right now: who accepted, and whose consent covers it and counts. */
import { useInfiniteQuery } from '@tanstack/react-query';

import { consentsQuery, type Category, type Consent } from './sharing';

export interface Person {
  id: string;
  name: string;
}

export const peopleFor = (category: Category, consents: readonly Consent[]): Person[] =>
  consents.flatMap(({ recipient, recipient_name: name, gives_now: gives }) => (recipient !== null && gives.includes(category) ? [{ id: recipient, name }] : []));

/** As far as the list is here. */
export function usePeople(category: Category) {
  const { data, isPending, error, refetch } = useInfiniteQuery(consentsQuery);
  const consents = data?.pages.flatMap(({ results }) => results);
  return { data: consents && peopleFor(category, consents), isPending, error, refetch };
}
