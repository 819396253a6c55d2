/** Who is enrolled in a program and who looks after them, for administrators. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Enrolment = Schemas['EnrolmentOutput'];
export type OneEnrolment = Schemas['OneEnrolmentOutput'];
export type EnrolmentBody = Schemas['EnrolmentInputRequest'];
export type TeamPlace = Schemas['TeamPlaceOutput'];
export type TeamPlaceBody = Schemas['TeamPlaceInputRequest'];

export const ENROLMENTS = ['enrolments'] as const;
const MOST = 100;
const enrolmentAt = (id: string) => ({ params: { path: { enrolment_id: id } } });

export const enrolmentsQuery = (program: string) =>
  queryOptions({
    queryKey: [...ENROLMENTS, 'of', program],
    queryFn: async () => bodyOf(await api.GET('/api/v1/enrolments/', { params: { query: { program, current: true, page_size: MOST } } })).results,
  });

export const enrolmentQuery = (id: string) =>
  queryOptions({
    queryKey: [...ENROLMENTS, id],
    queryFn: async () => bodyOf(await api.GET('/api/v1/enrolments/{enrolment_id}/', enrolmentAt(id))),
  });

export async function enrol(body: EnrolmentBody): Promise<void> {
  await api.POST('/api/v1/enrolments/', { body });
}

export async function planWeeks(id: string, weeks: number): Promise<void> {
  await api.PUT('/api/v1/enrolments/{enrolment_id}/', { ...enrolmentAt(id), body: { planned_weeks: weeks } });
}

export async function joinTeam(id: string, body: TeamPlaceBody): Promise<void> {
  await api.POST('/api/v1/enrolments/{enrolment_id}/team/', { ...enrolmentAt(id), body });
}

export interface Leaving {
  place: string;
  on: string;
  /** It is meant that nobody is left. */
  nobody: boolean;
}

export async function leaveTeam({ place, on, nobody }: Leaving): Promise<void> {
  await api.POST('/api/v1/team/{member_id}/end/', { params: { path: { member_id: place } }, body: { on, nobody_left: nobody } });
}
