/** Diary cards and their targets at the server: one's own, or those of a client whom one looks after. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type DiaryCard = Schemas['DiaryCardOutput'];
export type DiaryCardBody = Schemas['DiaryCardInputRequest'];
export type DiaryTarget = Schemas['DiaryTargetOutput'];
export type DiaryTargetBody = Schemas['DiaryTargetInputRequest'];

export const diaryCardsQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['diary-cards', 'own', from, to],
    queryFn: async () => bodyOf(await api.GET('/api/v1/diary-cards/', { params: { query: { from, to } } })).results,
  });

/** What the card asks about now; or, for older cards, also what it asked about before. */
export const diaryTargetsQuery = (state: 'in_force' | 'all') =>
  queryOptions({
    queryKey: ['diary-targets', 'own', state],
    queryFn: async () => bodyOf(await api.GET('/api/v1/diary-targets/', { params: { query: { state } } })).results,
  });

export const clientDiaryCardsQuery = (client: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['diary-cards', client, from, to],
    queryFn: async () =>
      bodyOf(await api.GET('/api/v1/clients/{client_id}/diary-cards/', { params: { path: { client_id: client }, query: { from, to } } })).results,
  });

export const clientDiaryTargetsQuery = (client: string) =>
  queryOptions({
    queryKey: ['diary-targets', client],
    queryFn: async () =>
      bodyOf(await api.GET('/api/v1/clients/{client_id}/diary-targets/', { params: { path: { client_id: client }, query: { state: 'all' } } })).results,
  });

export async function addDiaryTarget(client: string, body: DiaryTargetBody): Promise<DiaryTarget> {
  return bodyOf(await api.POST('/api/v1/clients/{client_id}/diary-targets/', { params: { path: { client_id: client } }, body }));
}

export async function endDiaryTarget(client: string, target: string): Promise<void> {
  await api.DELETE('/api/v1/clients/{client_id}/diary-targets/{target_id}/', { params: { path: { client_id: client, target_id: target } } });
}
