/** Use before the program, as it was told: one's own, or that of a client whom one looks after. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { Whose } from './plans';
import type { components } from './schema';

type Schemas = components['schemas'];

export type UseHistory = Schemas['UseHistoryOutput'];
export type UseHistoryBody = Schemas['UseHistoryInputRequest'];

const at = (client: string) => ({ params: { path: { client_id: client } } });

/** What was told last; null: nothing yet. */
export const toldBeforeQuery = (whose: Whose) =>
  queryOptions({
    queryKey: ['use-history', whose.own ? 'own' : whose.client],
    queryFn: async () =>
      (whose.own ? bodyOf(await api.GET('/api/v1/use-history/')) : bodyOf(await api.GET('/api/v1/clients/{client_id}/use-history/', at(whose.client)))).told,
  });

/** Each telling stands beside the earlier ones; the newest holds. */
export async function tellUseHistory(whose: Whose, body: UseHistoryBody): Promise<void> {
  if (whose.own) bodyOf(await api.POST('/api/v1/use-history/', { body }));
  else bodyOf(await api.POST('/api/v1/clients/{client_id}/use-history/', { ...at(whose.client), body }));
}
