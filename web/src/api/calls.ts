/** Calls that people asked for on the public pages, and messages that could not be delivered: for administrators. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type CallRequest = Schemas['CallRequestOutput'];
export type CallState = 'open' | 'new' | 'called' | 'closed';
export type CallOutcome = Schemas['CloseCallInputRequest']['outcome'];
export type DeadLetter = Schemas['DeadLetterOutput'];

export const CALLS = ['calls'] as const;
export const DEAD_LETTERS = ['dead-letters'] as const;
const MOST = 100;

export const callsQuery = (state: CallState, suspected: boolean) =>
  queryOptions({
    queryKey: [...CALLS, state, suspected],
    queryFn: async () => bodyOf(await api.GET('/api/v1/admissions/call-requests/', { params: { query: { state, suspected: suspected ? 'true' : 'false', page_size: MOST } } })).results,
  });

export type CallMove = { do: 'called'; id: string } | { do: 'reopen'; id: string } | { do: 'close'; id: string; outcome: CallOutcome };

export async function moveCall(move: CallMove): Promise<void> {
  const params = { path: { request_id: move.id } };
  switch (move.do) {
    case 'called':
      await api.POST('/api/v1/admissions/call-requests/{request_id}/called/', { params });
      return;
    case 'reopen':
      await api.POST('/api/v1/admissions/call-requests/{request_id}/reopen/', { params });
      return;
    case 'close':
      await api.POST('/api/v1/admissions/call-requests/{request_id}/close/', { params, body: { outcome: move.outcome } });
  }
}

export const deadLettersQuery = queryOptions({
  queryKey: DEAD_LETTERS,
  queryFn: async () => bodyOf(await api.GET('/api/v1/dead-letters/', { params: { query: { page_size: MOST } } })).results,
});

/** How many set off again. */
export async function replay(deliveries: string[]): Promise<number> {
  return bodyOf(await api.POST('/api/v1/dead-letters/replay/', { body: { deliveries } })).replayed;
}
