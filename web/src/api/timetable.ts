/** A client's word that they cannot come, where they are in the program, and the link for a calendar app. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import { isProblem } from './problem';
import type { components } from './schema';

type Schemas = components['schemas'];

export type AbsenceReason = Schemas['CannotComeInputRequest']['reason'];
export type CalendarLink = Schemas['NewCalendarOutput'];
export type OwnEnrolment = Schemas['OwnEnrolmentOutput'];

export async function sayCannotCome(session: string, reason: AbsenceReason): Promise<void> {
  await api.PUT('/api/v1/sessions/{session_id}/cannot-come/', { params: { path: { session_id: session } }, body: { reason } });
}

export async function takeBackCannotCome(session: string): Promise<void> {
  await api.DELETE('/api/v1/sessions/{session_id}/cannot-come/', { params: { path: { session_id: session } } });
}

/** Null for a person who is not enrolled today. */
export const ownEnrolmentQuery = queryOptions({
  queryKey: ['enrolment'],
  queryFn: async (): Promise<OwnEnrolment | null> => {
    try {
      return bodyOf(await api.GET('/api/v1/enrolment/'));
    } catch (error) {
      if (isProblem(error, 'not_enrolled')) return null;
      throw error;
    }
  },
});

export const calendarQuery = queryOptions({
  queryKey: ['calendar'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/calendar/')),
});

/** A new secret address; the one before stops working. The server shows it this once. */
export async function makeCalendarLink(showsPlace: boolean): Promise<CalendarLink> {
  return bodyOf(await api.POST('/api/v1/calendar/', { body: { shows_place: showsPlace } }));
}

export async function stopCalendarLink(): Promise<void> {
  await api.DELETE('/api/v1/calendar/');
}
