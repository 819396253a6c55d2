/** How things went over weeks: one's own, or those of a client whom one looks after. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Progress = Schemas['ProgressOutput'];
export type Series = Schemas['SeriesOutput'];
export type Measure = Schemas['SeriesMeasureOutput'];
export type Milestones = Schemas['MilestonesOutput'];
export type Milestone = Schemas['MilestoneOutput'];
export type Weeks = 2 | 6 | 12;

export const progressQuery = queryOptions({
  queryKey: ['progress'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/progress/')),
});

export const seriesQuery = (weeks: Weeks) =>
  queryOptions({
    queryKey: ['progress', 'series', weeks],
    queryFn: async () => bodyOf(await api.GET('/api/v1/progress/series/', { params: { query: { weeks } } })),
  });

export const MILESTONES_KEY = ['progress', 'milestones'] as const;

export const milestonesQuery = queryOptions({
  queryKey: MILESTONES_KEY,
  queryFn: async () => bodyOf(await api.GET('/api/v1/progress/milestones/')),
});

export async function markMilestone(slug: string, reached: boolean): Promise<Milestones> {
  return bodyOf(await api.POST('/api/v1/progress/milestones/{slug}/', { params: { path: { slug } }, body: { reached } }));
}
