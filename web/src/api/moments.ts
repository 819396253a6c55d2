/** Urges, lapses, daily goals and days well at the server: one's own, or those of a client whom one looks after. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Urge = Schemas['UrgeLogOutput'];
export type UrgeBody = Schemas['UrgeLogInputRequest'];
export type Lapse = Schemas['LapseOutput'];
export type LapseBody = Schemas['LapseInputRequest'];
export type WhoSees = Schemas['WhoSeesOutput'];
export type DaysWell = Schemas['DaysWellOutput'];
export type DailyGoal = Schemas['CheckInGoalOutput'];
export type GoalOutcome = 'done' | 'partly' | 'not_today';

/** More than a person logs in a week or two. */
const MOST = 200;

export const urgesQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['urges', 'own', from, to],
    queryFn: async () => bodyOf(await api.GET('/api/v1/urges/', { params: { query: { from, to, page_size: MOST } } })).results,
  });

export const lapsesQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['lapses', 'own', from, to],
    queryFn: async () => bodyOf(await api.GET('/api/v1/lapses/', { params: { query: { from, to } } })).results,
  });

export const whoSeesQuery = queryOptions({
  queryKey: ['lapses', 'who-sees'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/lapses/who-sees/')),
});

export const daysWellQuery = queryOptions({
  queryKey: ['days-well'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/days-well/')),
});

export const dailyGoalsQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['daily-goals', 'own', from, to],
    queryFn: async () => bodyOf(await api.GET('/api/v1/daily-goals/', { params: { query: { from, to } } })).results,
  });

export const clientUrgesQuery = (client: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['urges', client, from, to],
    queryFn: async () =>
      bodyOf(await api.GET('/api/v1/clients/{client_id}/urges/', { params: { path: { client_id: client }, query: { from, to, page_size: MOST } } })).results,
  });

export const clientLapsesQuery = (client: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['lapses', client, from, to],
    queryFn: async () =>
      bodyOf(await api.GET('/api/v1/clients/{client_id}/lapses/', { params: { path: { client_id: client }, query: { from, to, page_size: MOST } } })).results,
  });
