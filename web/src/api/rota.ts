/** Who is on call, the team's hours, pagers and alarms: for administrators. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import { PAGES, pageAt } from './page';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Rota = Schemas['RotaOutput'];
export type Shift = Schemas['ShiftOutput'];
export type Gap = Schemas['GapOutput'];
export type Place = Shift['place'];
export type WeeklyBody = Schemas['WeeklyInputRequest'];
export type Hours = Schemas['HoursOutput'];
export type DayHours = Schemas['DayHoursInputRequest'];
export type Pager = Schemas['PagerOutput'];
export type PagerBody = Schemas['PagerInputRequest'];
export type Unreachable = Schemas['UnreachableOutput'];
export type Alarm = Schemas['AlarmOutput'];
export type Licence = Schemas['LicenceOutput'];

const MOST_LICENCES = 200;

export const ROTA = ['rota'] as const;
export const PAGERS = ['pagers'] as const;
export const UNREACHABLE = ['unreachable'] as const;

export const rotaQuery = (program: string, from: string, to: string) =>
  queryOptions({
    queryKey: [...ROTA, program, from, to],
    queryFn: async () => bodyOf(await api.GET('/api/v1/rota/', { params: { query: { program, from, to } } })),
  });

export async function addWeekly(body: WeeklyBody): Promise<void> {
  bodyOf(await api.POST('/api/v1/rota/weekly/', { body }));
}

export async function swapShift({ id, person }: { id: string; person: string }): Promise<void> {
  bodyOf(await api.POST('/api/v1/rota/{shift_id}/swap/', { params: { path: { shift_id: id } }, body: { person } }));
}

export async function removeShift(id: string): Promise<void> {
  await api.DELETE('/api/v1/rota/{shift_id}/', { params: { path: { shift_id: id } } });
}

export const hoursQuery = (program: string) =>
  queryOptions({
    queryKey: [...ROTA, program, 'hours'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/programs/{program_id}/hours/', { params: { path: { program_id: program } } })),
  });

export async function setHours({ program, hours }: { program: string; hours: DayHours[] }): Promise<void> {
  bodyOf(await api.PUT('/api/v1/programs/{program_id}/hours/', { params: { path: { program_id: program } }, body: { hours } }));
}

export const pagersQuery = (program: string) =>
  queryOptions({
    queryKey: [...PAGERS, program],
    queryFn: async () => bodyOf(await api.GET('/api/v1/pagers/', { params: { query: { program } } })).results,
  });

const pagerAt = (id: string) => ({ params: { path: { pager_id: id } } });

/** The secret, which is told only now. */
export async function addPager(body: PagerBody): Promise<string> {
  return bodyOf(await api.POST('/api/v1/pagers/', { body })).secret;
}

export async function rotatePager(id: string): Promise<string> {
  return bodyOf(await api.POST('/api/v1/pagers/{pager_id}/rotate/', pagerAt(id))).secret;
}

export async function testPager(id: string): Promise<void> {
  await api.POST('/api/v1/pagers/{pager_id}/test/', pagerAt(id));
}

export async function removePager(id: string): Promise<void> {
  await api.DELETE('/api/v1/pagers/{pager_id}/', pagerAt(id));
}

export const unreachableQuery = infiniteQueryOptions({
  queryKey: UNREACHABLE,
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/unreachable-alerts/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

export async function nameHand({ id, person }: { id: string; person: string }): Promise<void> {
  await api.POST('/api/v1/unreachable-alerts/{alert_id}/name/', { params: { path: { alert_id: id } }, body: { person } });
}

export const alarmsQuery = infiniteQueryOptions({
  queryKey: ['alarms'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/alarms/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

export const LICENCES = ['licences'] as const;

/** Who holds a licence now, all of them: an administrator looks for who does not. */
export const licencesQuery = queryOptions({
  queryKey: LICENCES,
  queryFn: async () => bodyOf(await api.GET('/api/v1/licences/', { params: { query: { page_size: MOST_LICENCES } } })).results,
});

/** Put one on file; with "" take it off. */
export async function keepLicence({ person, kind }: { person: string; kind: string }): Promise<void> {
  await api.PUT('/api/v1/people/{person_id}/licence/', { params: { path: { person_id: person } }, body: { kind } });
}
