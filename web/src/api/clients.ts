/** Who a client is: name, level of care, week in the program, zone. Only for those who look after them. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { components } from './schema';

export type Client = components['schemas']['ClientOutput'];

export const clientQuery = (client: string) =>
  queryOptions({
    queryKey: ['clients', client],
    queryFn: async () => bodyOf(await api.GET('/api/v1/clients/{client_id}/', { params: { path: { client_id: client } } })),
  });
