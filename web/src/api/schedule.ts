/** A clinician's sessions, and who came to each. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Scheduled = Schemas['ScheduledOutput'];
export type Roster = Schemas['RosterOutput'];
export type RosterEntry = Schemas['RosterEntryOutput'];
/** What can be said of somebody; they have none before. */
export type Attendance = Schemas['AttendanceEntryInputRequest']['attendance'];
export type AttendanceEntry = Schemas['AttendanceEntryInputRequest'];

export const SCHEDULE = ['schedule'] as const;

export const scheduleQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: [...SCHEDULE, from, to],
    queryFn: async () => bodyOf(await api.GET('/api/v1/schedule/', { params: { query: { from, to } } })).results,
  });

export const rosterQuery = (session: string) =>
  queryOptions({
    queryKey: [...SCHEDULE, 'roster', session],
    queryFn: async () => bodyOf(await api.GET('/api/v1/schedule/{session_id}/', { params: { path: { session_id: session } } })),
  });

/** The whole list each time, everyone once. */
export async function saveRoster(session: string, entries: AttendanceEntry[]): Promise<Roster> {
  return bodyOf(await api.PUT('/api/v1/schedule/{session_id}/', { params: { path: { session_id: session } }, body: { entries } }));
}
