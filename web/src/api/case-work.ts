/** Tasks and referrals of one client: what is to be done, by whom, until when. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Task = Schemas['TaskOutput'];
export type TaskBody = Schemas['TaskInputRequest'];
export type TaskState = Task['state'];
export type Referral = Schemas['ReferralOutput'];
export type ReferralBody = Schemas['ReferralInputRequest'];
export type ReferralState = Referral['state'];

const at = (client: string) => ({ client_id: client });
const ALL = { state: 'all', page_size: 100 } as const;

export const tasksQuery = (client: string) =>
  queryOptions({
    queryKey: ['clients', client, 'tasks'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/clients/{client_id}/tasks/', { params: { path: at(client), query: ALL } })).results,
  });

export const referralsQuery = (client: string) =>
  queryOptions({
    queryKey: ['clients', client, 'referrals'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/clients/{client_id}/referrals/', { params: { path: at(client), query: ALL } })).results,
  });

export async function saveTask(client: string, id: string | undefined, body: TaskBody): Promise<void> {
  if (id === undefined) await api.POST('/api/v1/clients/{client_id}/tasks/', { params: { path: at(client) }, body });
  else await api.PUT('/api/v1/tasks/{task_id}/', { params: { path: { task_id: id } }, body });
}

export async function saveReferral(client: string, id: string | undefined, body: ReferralBody): Promise<void> {
  if (id === undefined) await api.POST('/api/v1/clients/{client_id}/referrals/', { params: { path: at(client) }, body });
  else await api.PUT('/api/v1/referrals/{referral_id}/', { params: { path: { referral_id: id } }, body });
}
