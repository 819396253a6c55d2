/** A client's check-ins, goals of the day and personal items, for those who look after them. */
import { queryOptions } from '@tanstack/react-query';

import type { PersonalItem } from './check-in-form';
import { api, bodyOf } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type ItemBody = Schemas['PersonalItemInputRequest'];
export type ItemChange = Schemas['PersonalItemChangeRequest'];

/** More versions than a week has. */
const MOST = 200;

/** With what each day said before it was changed, newest first. */
export const clientCheckInsQuery = (client: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['check-ins', client, from, to],
    queryFn: async () =>
      bodyOf(await api.GET('/api/v1/clients/{client_id}/check-ins/', { params: { path: { client_id: client }, query: { from, to, versions: 'all', page_size: MOST } } })).results,
  });

export const clientGoalsOfDaysQuery = (client: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['daily-goals', client, from, to],
    queryFn: async () =>
      bodyOf(await api.GET('/api/v1/clients/{client_id}/daily-goals/', { params: { path: { client_id: client }, query: { from, to } } })).results,
  });

/** Every version of each item, those that are over too: older answers are told by them. */
export const clientItemsQuery = (client: string) =>
  queryOptions({
    queryKey: ['personal-items', client],
    queryFn: async () =>
      bodyOf(await api.GET('/api/v1/clients/{client_id}/personal-items/', { params: { path: { client_id: client }, query: { state: 'all' } } })).results,
  });

export async function addItem(client: string, body: ItemBody): Promise<PersonalItem> {
  return bodyOf(await api.POST('/api/v1/clients/{client_id}/personal-items/', { params: { path: { client_id: client } }, body }));
}

/** Other words or another scale make the item's next version; its kind stays. */
export async function changeItem(client: string, item: string, body: ItemChange): Promise<PersonalItem> {
  return bodyOf(await api.PUT('/api/v1/clients/{client_id}/personal-items/{item}/', { params: { path: { client_id: client, item } }, body }));
}

export async function endItem(client: string, item: string): Promise<void> {
  await api.DELETE('/api/v1/clients/{client_id}/personal-items/{item}/', { params: { path: { client_id: client, item } } });
}
