/** For a client: who watches, asking to be contacted, how they are reached, and what was flagged about them. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import { PAGES, pageAt } from './page';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Watch = Schemas['WatchOutput'];
export type Reach = Schemas['ReachOutput'];
export type ReachBody = Schemas['ReachInputRequest'];
export type ContactBody = Schemas['ContactInputRequest'];
export type Flagged = Schemas['MirrorOutput'];

const MINUTE = 60_000;

/** Whether somebody watches is true for a short while only. */
export const watchQuery = queryOptions({
  queryKey: ['watch'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/me/watch/')),
  staleTime: 0,
  refetchInterval: MINUTE,
});

export const reachQuery = queryOptions({
  queryKey: ['reach'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/me/reach/')),
});

export async function sayReach(body: ReachBody): Promise<Reach> {
  return bodyOf(await api.PUT('/api/v1/me/reach/', { body }));
}

export const flaggedQuery = infiniteQueryOptions({
  queryKey: ['flagged'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/me/alerts/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});
