/** Tasks and referrals that are about me and meant for me to see. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Task = Schemas['TaskOutput'];
export type Referral = Schemas['ReferralOutput'];

const OPEN = { params: { query: { state: 'open', page_size: 100 } } } as const;

export const tasksQuery = queryOptions({
  queryKey: ['tasks'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/tasks/', OPEN)).results,
});

export const referralsQuery = queryOptions({
  queryKey: ['referrals'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/referrals/', OPEN)).results,
});

export async function finishTask(id: string): Promise<void> {
  await api.POST('/api/v1/tasks/{task_id}/move/', { params: { path: { task_id: id } }, body: { state: 'done' } });
}
