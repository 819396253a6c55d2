/** Which of one's own goals, or which step of one, the small goal of a day is about. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import { isProblem } from './problem';
import type { components } from './schema';

export type GoalLink = components['schemas']['GoalOfDayInputRequest'];

export const goalOfDayPath = (on: string): string => `/api/v1/goal-of-day/${on}/`;

/** Null: the goal of that day stands for itself. */
export const goalOfDayQuery = (on: string) =>
  queryOptions({
    queryKey: ['goal-of-day', on],
    queryFn: async (): Promise<GoalLink | null> => {
      try {
        return bodyOf(await api.GET('/api/v1/goal-of-day/{on}/', { params: { path: { on } } }));
      } catch (error) {
        if (isProblem(error, 'not_found')) return null;
        throw error;
      }
    },
  });
