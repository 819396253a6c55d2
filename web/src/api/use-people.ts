/** To whom something of a kind can go right now: who accepted, and whose consent covers it and counts. */
import { useInfiniteQuery } from '@tanstack/react-query';

import { consentsQuery, type Category, type Consent } from './sharing';

export interface Person {
  id: string;
  name: string;
}

export const peopleFor = (category: Category, consents: readonly Consent[]): Person[] =>
  consents.flatMap(({ recipient, recipient_name: name, gives_now: gives }) => (recipient !== null && gives.includes(category) ? [{ id: recipient, name }] : []));

/** Nothing until the list is here. */
export function usePeople(category: Category): Person[] | undefined {
  const consents = useInfiniteQuery(consentsQuery).data?.pages.flatMap(({ results }) => results);
  return consents && peopleFor(category, consents);
}
