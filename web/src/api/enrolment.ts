/** A client's way through the program, for those who look after them. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type ClientEnrolment = Schemas['ClientEnrolmentOutput'];
export type LevelChange = Schemas['NotedLevelChangeOutput'];
export type LevelChangeBody = Schemas['StepInputRequest'];
export type DischargeBody = Schemas['DischargeInputRequest'];
export type ProgramWeek = Schemas['WeekOutput'];
export type TeamPlace = Schemas['TeamPlaceOutput'];
export type AttendanceRow = Schemas['AttendanceRowOutput'];

const at = (client: string) => ({ client_id: client });

export const clientEnrolmentQuery = (client: string) =>
  queryOptions({
    queryKey: ['clients', client, 'enrolment'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/clients/{client_id}/enrolment/', { params: { path: at(client) } })),
  });

export const clientAttendanceQuery = (client: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['clients', client, 'attendance', from, to],
    queryFn: async () => bodyOf(await api.GET('/api/v1/clients/{client_id}/attendance/', { params: { path: at(client), query: { from, to } } })).results,
  });

export async function planLevelChange(client: string, body: LevelChangeBody): Promise<void> {
  await api.POST('/api/v1/clients/{client_id}/level-changes/', { params: { path: at(client) }, body });
}

export async function takeBackLevelChange(client: string, change: string): Promise<void> {
  await api.DELETE('/api/v1/clients/{client_id}/level-changes/{change_id}/', { params: { path: { ...at(client), change_id: change } } });
}

export async function discharge(client: string, body: DischargeBody): Promise<void> {
  await api.POST('/api/v1/clients/{client_id}/discharge/', { params: { path: at(client) }, body });
}
