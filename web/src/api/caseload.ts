/** The clients whom a clinician looks after, whoever needs somebody most first. */
import { infiniteQueryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { components, operations } from './schema';

type Query = NonNullable<operations['caseload']['parameters']['query']>;

export type CaseloadRow = components['schemas']['CaseloadRowOutput'];
export type Need = CaseloadRow['need'];
export type Sort = NonNullable<Query['sort']>;
export type Level = NonNullable<Query['level']>;

export interface Wanted {
  sort: Sort;
  level?: Level | undefined;
  name: string;
}

const ROWS = 50;

export const caseloadQuery = ({ sort, level, name }: Wanted) =>
  infiniteQueryOptions({
    queryKey: ['caseload', sort, level ?? '', name],
    initialPageParam: 1,
    queryFn: async ({ pageParam }) =>
      bodyOf(
        await api.GET('/api/v1/caseload/', {
          params: { query: { sort, page: pageParam, page_size: ROWS, ...(level && { level }), ...(name && { name }) } },
        }),
      ),
    getNextPageParam: (page, _, at) => (page.next ? at + 1 : undefined),
  });
