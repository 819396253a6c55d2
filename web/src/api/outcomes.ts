/** How the people of a program change, week by week. For administrators; never about one person. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Outcomes = Schemas['OutcomesOutput'];
export type OutcomeMeasure = Schemas['OutcomeMeasureOutput'];
export type OutcomeCell = Schemas['OutcomeCellOutput'];

export const outcomeProgramsQuery = queryOptions({
  queryKey: ['outcomes'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/outcomes/')).results,
});

export const outcomesQuery = (program: string) =>
  queryOptions({
    queryKey: ['outcomes', program],
    queryFn: async () => bodyOf(await api.GET('/api/v1/outcomes/{program_id}/', { params: { path: { program_id: program } } })),
  });

/** Where the same cells are downloaded as a table. */
export const outcomesFile = (program: string): string => `/api/v1/outcomes/${program}/csv/`;
