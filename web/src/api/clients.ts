/** What is known of a client by name. The server names a client beside their alerts. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';

/** Null when no alert of theirs is on the list. */
export const clientNameQuery = (client: string) =>
  queryOptions({
    queryKey: ['clients', client, 'name'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/alerts/')).results.find((alert) => alert.client.id === client)?.client.name ?? null,
  });
