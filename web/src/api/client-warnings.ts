/** What the warnings about one client rest on: evidence, the numbers set for them, use before the program. For clinicians. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import { PAGES, pageAt } from './page';
import type { components, operations } from './schema';

type Schemas = components['schemas'];

export type Warning = Schemas['InboxRowOutput'];
export type Evidence = Schemas['EvidenceOutput'];
export type Thresholds = Schemas['InForceThresholdsOutput'];
export type OwnThresholds = Schemas['ClientThresholdsOutput'];
export type ThresholdsBody = Schemas['ThresholdsInputRequest'];
export type GoodPeriod = Schemas['GoodPeriodOutput'];
export type GoodPeriodBody = Schemas['GoodPeriodInputRequest'];

type State = NonNullable<NonNullable<operations['inbox']['parameters']['query']>['state']>;

const OF = 'client-warnings';
const ROWS = 200;
const at = (client: string) => ({ params: { path: { client_id: client } } });

async function page(client: string, state: State, cursor: string | undefined) {
  return bodyOf(await api.GET('/api/v1/alerts/', { params: { query: { client, state, page_size: ROWS, ...pageAt(cursor) } } }));
}

/** All of a client's in one state, however many pages. */
async function every(client: string, state: State): Promise<Warning[]> {
  const rows: Warning[] = [];
  let cursor: string | undefined;
  do {
    const found = await page(client, state, cursor);
    rows.push(...found.results);
    cursor = PAGES.getNextPageParam(found);
  } while (cursor !== undefined);
  return rows;
}

/** What is open or in hand for a client, the gravest first. */
export const unresolvedQuery = (client: string) =>
  queryOptions({
    queryKey: [OF, client, 'unresolved'],
    queryFn: async () => (await Promise.all([every(client, 'open'), every(client, 'acknowledged')])).flat(),
  });

/** What was resolved, page by page. */
export const resolvedQuery = (client: string) =>
  infiniteQueryOptions({
    queryKey: [OF, client, 'resolved'],
    queryFn: ({ pageParam }) => page(client, 'resolved', pageParam),
    ...PAGES,
  });

export const evidenceQuery = (alert: string) =>
  queryOptions({
    queryKey: [OF, 'evidence', alert],
    queryFn: async () => bodyOf(await api.GET('/api/v1/alerts/{alert_id}/evidence/', { params: { path: { alert_id: alert } } })).results,
  });

export const thresholdsQuery = (client: string) =>
  queryOptions({
    queryKey: [OF, client, 'thresholds'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/clients/{client_id}/thresholds/', at(client))),
  });

export const thresholdsHistoryQuery = (client: string) =>
  queryOptions({
    queryKey: [OF, client, 'thresholds', 'history'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/clients/{client_id}/thresholds/history/', at(client))).results,
  });

export async function setThresholds({ client, ...body }: ThresholdsBody & { client: string }): Promise<void> {
  bodyOf(await api.POST('/api/v1/clients/{client_id}/thresholds/', { ...at(client), body }));
}

/** The newest first; the newest holds. */
export const goodPeriodsQuery = (client: string) =>
  queryOptions({
    queryKey: [OF, client, 'good-periods'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/clients/{client_id}/good-periods/', at(client))).results,
  });

export async function chooseGoodPeriod({ client, ...body }: GoodPeriodBody & { client: string }): Promise<void> {
  bodyOf(await api.POST('/api/v1/clients/{client_id}/good-periods/', { ...at(client), body }));
}
