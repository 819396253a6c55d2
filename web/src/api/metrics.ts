/** What became of a program's alerts. For administrators, and for those who supervise care there. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Metrics = Schemas['MetricsOutput'];
export type Tier = Metrics['tiers'][number]['tier'];
/** What is said of any group of alerts; all null where too few people are in it. */
export type Counted = Pick<Metrics['levels'][number], 'withheld' | 'alerts' | 'action_rate' | 'useful_share' | 'overdue' | 'dismissed_unread'>;

/** Of which programs; none for who supervises nobody's care. */
export const metricsProgramsQuery = queryOptions({
  queryKey: ['metrics'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/alerts/metrics/')).results,
});

export const metricsQuery = (program: string, weeks: number) =>
  queryOptions({
    queryKey: ['metrics', program, weeks],
    queryFn: async () => bodyOf(await api.GET('/api/v1/alerts/metrics/{program_id}/', { params: { path: { program_id: program }, query: { weeks } } })),
  });

/** Where the same figures are downloaded as a table. */
export const metricsFile = (program: string, weeks: number): string => `/api/v1/alerts/metrics/${program}/csv/?weeks=${weeks}`;
