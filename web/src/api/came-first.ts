/** What the server has in place of a piece of unsent work: the other version, when the two differ. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';

/** A piece of unsent work, as far as it says what it is about. */
export interface About {
  kind: string;
  path: string;
  body: Record<string, unknown>;
}

type Found = object | undefined;

/** More than a person logs in a day. */
const MOST = 200;

export const cameFirstQuery = (work: About) =>
  queryOptions({
    queryKey: ['came-first', work.path, work.body['submission_id']],
    queryFn: async (): Promise<object | null> => (await READERS[work.kind]?.(work)) ?? null,
    staleTime: 0,
  });

const READERS: Record<string, (work: About) => Promise<Found>> = {
  check_in: async ({ body }) => {
    const on = String(body['on']);
    return bodyOf(await api.GET('/api/v1/check-ins/', { params: { query: { from: on, to: on } } })).results[0];
  },
  diary_card: async ({ path }) => {
    const on = lastPart(path);
    return bodyOf(await api.GET('/api/v1/diary-cards/', { params: { query: { from: on, to: on } } })).results[0];
  },
  urge: async ({ path, body }) => {
    const on = String(body['on']);
    const { results } = bodyOf(await api.GET('/api/v1/urges/', { params: { query: { from: on, to: on, page_size: MOST } } }));
    return results.find(({ entry }) => entry === lastPart(path));
  },
  lapse: async ({ path }) => {
    const { results } = bodyOf(await api.GET('/api/v1/lapses/', {}));
    return results.find(({ entry }) => entry === lastPart(path));
  },
};

/** Of an address that ends in a slash. */
const lastPart = (path: string): string => path.split('/').at(-2) ?? '';
