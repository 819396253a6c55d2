/** The timetable and what it is made of, for administrators: series, sessions, rooms, tracks, holidays. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Program = Schemas['ProgramOutput'];
export type Person = Schemas['PersonChoiceOutput'];
export type Room = Schemas['RoomOutput'];
export type Track = Schemas['TrackOutput'];
export type TrackBody = Schemas['TrackInputRequest'];
export type Holiday = Schemas['HolidayOutput'];
export type Series = Schemas['RepeatingOutput'];
export type OneSeries = Schemas['OneRepeatingOutput'];
export type SeriesBody = Schemas['SeriesInputRequest'];
export type Member = Schemas['MemberOutput'];
export type PlannedSession = Schemas['TimetableSessionOutput'];
export type SessionBody = Schemas['SessionInputRequest'];
export type MoveBody = Schemas['MoveInputRequest'];
export type CancelReason = Schemas['CancelInputRequest']['reason'];
export type PersonRole = 'client' | 'clinician' | 'administrator';

/** All that follows from a change of the timetable is read again. */
export const PROGRAM = ['program'] as const;
const MOST = 100;
const seriesAt = (id: string) => ({ params: { path: { series_id: id } } });
const sessionAt = (id: string) => ({ params: { path: { session_id: id } } });
const trackAt = (id: string) => ({ params: { path: { track_id: id } } });

export const programsQuery = queryOptions({
  queryKey: [...PROGRAM, 'programs'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/programs/', { params: { query: { page_size: MOST } } })).results,
});

/** The first of some programs in which something is planned; null where nothing is. */
export const inUseQuery = (programs: readonly string[]) =>
  queryOptions({
    queryKey: [...PROGRAM, 'in-use', ...programs],
    queryFn: async () => {
      for (const program of programs) {
        const { results } = bodyOf(await api.GET('/api/v1/series/', { params: { query: { program, page_size: 1 } } }));
        if (results.length > 0) return program;
      }
      return null;
    },
  });

export const peopleQuery = (role: PersonRole) =>
  queryOptions({
    queryKey: [...PROGRAM, 'people', role],
    queryFn: async () => bodyOf(await api.GET('/api/v1/people/', { params: { query: { role, page_size: MOST } } })).results.filter(({ is_active }) => is_active),
  });

export const roomsQuery = (program: string) =>
  queryOptions({
    queryKey: [...PROGRAM, program, 'rooms'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/rooms/', { params: { query: { program } } })).results,
  });

export const tracksQuery = (program: string) =>
  queryOptions({
    queryKey: [...PROGRAM, program, 'tracks'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/tracks/', { params: { query: { program } } })).results,
  });

export const trackMembersQuery = (track: string) =>
  queryOptions({
    queryKey: [...PROGRAM, 'tracks', track],
    queryFn: async () => bodyOf(await api.GET('/api/v1/tracks/{track_id}/members/', trackAt(track))).results,
  });

export const holidaysQuery = (program: string) =>
  queryOptions({
    queryKey: [...PROGRAM, program, 'holidays'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/holidays/', { params: { query: { program } } })).results,
  });

export const seriesListQuery = (program: string) =>
  queryOptions({
    queryKey: [...PROGRAM, program, 'series'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/series/', { params: { query: { program, page_size: MOST } } })).results,
  });

export const seriesQuery = (id: string) =>
  queryOptions({
    queryKey: [...PROGRAM, 'series', id],
    queryFn: async () => bodyOf(await api.GET('/api/v1/series/{series_id}/', seriesAt(id))),
  });

export const plannedQuery = (program: string, from: string, to: string) =>
  queryOptions({
    queryKey: [...PROGRAM, program, 'planned', from, to],
    queryFn: async () => bodyOf(await api.GET('/api/v1/timetable/', { params: { query: { program, from, to } } })).results,
  });

export interface NewSeries {
  program: string;
  track: string | null;
}

export async function createSeries(whose: NewSeries, body: SeriesBody): Promise<OneSeries> {
  return bodyOf(await api.POST('/api/v1/series/', { body: { ...body, ...whose } }));
}

/** From `body.starts_on` on; the answer is the series that begins there. */
export async function changeSeries(id: string, body: SeriesBody): Promise<OneSeries> {
  return bodyOf(await api.PUT('/api/v1/series/{series_id}/', { ...seriesAt(id), body }));
}

export async function endSeries(id: string, on: string): Promise<void> {
  await api.POST('/api/v1/series/{series_id}/end/', { ...seriesAt(id), body: { on } });
}

export async function skipDay(id: string, on: string): Promise<void> {
  await api.POST('/api/v1/series/{series_id}/skip/', { ...seriesAt(id), body: { on } });
}

export async function joinSeries(id: string, client: string, from: string): Promise<void> {
  await api.POST('/api/v1/series/{series_id}/members/', { ...seriesAt(id), body: { client, active_from: from } });
}

export async function leaveSeries(member: string, on: string): Promise<void> {
  await api.POST('/api/v1/series-members/{member_id}/leave/', { params: { path: { member_id: member } }, body: { on } });
}

export async function createSession(body: SessionBody): Promise<void> {
  await api.POST('/api/v1/timetable/', { body });
}

export async function moveSession(id: string, body: MoveBody): Promise<void> {
  await api.POST('/api/v1/timetable/{session_id}/move/', { ...sessionAt(id), body });
}

export async function cancelSession(id: string, reason: CancelReason): Promise<void> {
  await api.POST('/api/v1/timetable/{session_id}/cancel/', { ...sessionAt(id), body: { reason } });
}

export async function invite(id: string, client: string): Promise<void> {
  await api.POST('/api/v1/timetable/{session_id}/participants/', { ...sessionAt(id), body: { client } });
}

export async function uninvite(id: string, client: string): Promise<void> {
  await api.DELETE('/api/v1/timetable/{session_id}/participants/{client_id}/', { params: { path: { session_id: id, client_id: client } } });
}

export async function addTrack(body: TrackBody): Promise<void> {
  await api.POST('/api/v1/tracks/', { body });
}

export async function closeTrack(id: string): Promise<void> {
  await api.POST('/api/v1/tracks/{track_id}/close/', trackAt(id));
}

export async function joinTrack(id: string, client: string, from: string): Promise<void> {
  await api.POST('/api/v1/tracks/{track_id}/members/', { ...trackAt(id), body: { client, active_from: from } });
}

export async function leaveTrack(member: string, on: string): Promise<void> {
  await api.POST('/api/v1/track-members/{member_id}/leave/', { params: { path: { member_id: member } }, body: { on } });
}

export async function addHoliday(program: string, on: string, name: string): Promise<void> {
  await api.POST('/api/v1/holidays/', { body: { program, on, name } });
}

export async function removeHoliday(id: string): Promise<void> {
  await api.DELETE('/api/v1/holidays/{holiday_id}/', { params: { path: { holiday_id: id } } });
}

export async function addRoom(program: string, name: string): Promise<void> {
  await api.POST('/api/v1/rooms/', { body: { program, name } });
}

export async function closeRoom(id: string): Promise<void> {
  await api.POST('/api/v1/rooms/{room_id}/close/', { params: { path: { room_id: id } } });
}
