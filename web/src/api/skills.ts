/**
 * What a client does with skills at the server: what helps now and today, assignments, earlier
 * practices and their sharing. The library itself is in queries.ts.
 */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import { PRACTISED } from './queries';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Effects = Schemas['EffectsOutput'];
export type HelpNowList = Schemas['HelpNowOutput'];
export type Need = Schemas['HelpNowOutput']['need'];
export type Mine = Schemas['MineOutput'];
export type TodaySkill = Schemas['TodayOutput'];
export type Assignment = Schemas['AssignmentOutput'];
export type PracticeDone = Schemas['PracticeOutput'];

export const effectsQuery = queryOptions({
  queryKey: [...PRACTISED, 'effects'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/help-now/effects/')),
});

export const helpNowQuery = (need: Need, level: number) =>
  queryOptions({
    queryKey: [...PRACTISED, 'help-now', need, level],
    queryFn: async () => bodyOf(await api.GET('/api/v1/help-now/', { params: { query: { need, level } } })),
  });

export const mineQuery = queryOptions({
  queryKey: [...PRACTISED, 'mine'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/skills/mine/')),
});

export const todaySkillQuery = queryOptions({
  queryKey: [...PRACTISED, 'today'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/skills/today/')),
});

export const assignmentsQuery = queryOptions({
  queryKey: [...PRACTISED, 'assignments'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/assignments/')).results,
});

export const practicesQuery = queryOptions({
  queryKey: [...PRACTISED, 'practices'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/practices/', { params: { query: { page_size: 50 } } })).results,
});

export async function skipAssignment(id: string): Promise<Assignment> {
  return bodyOf(await api.POST('/api/v1/assignments/{assignment_id}/skip/', { params: { path: { assignment_id: id } } }));
}

export async function setShared(practice: string, shared: boolean): Promise<void> {
  const params = { params: { path: { practice_id: practice } } };
  if (shared) await api.POST('/api/v1/practices/{practice_id}/share/', params);
  else await api.DELETE('/api/v1/practices/{practice_id}/share/', params);
}
