/** A client's own sessions, a week at a time. */
import { queryOptions } from '@tanstack/react-query';

import { daysFrom } from '../lib/weeks';
import { api, bodyOf } from './client';
import type { Session } from './types';

/** The sessions of one week, with the week they belong to: a copy kept on the device outlives it. */
export interface WeekOfSessions {
  monday: string;
  sessions: Session[];
}

export const weekQuery = (monday: string) =>
  queryOptions({
    queryKey: ['sessions', 'week', monday],
    queryFn: async (): Promise<WeekOfSessions> => {
      const query = { from: monday, to: daysFrom(monday).at(-1) ?? monday };
      return { monday, sessions: bodyOf(await api.GET('/api/v1/sessions/', { params: { query } })).results };
    },
  });
