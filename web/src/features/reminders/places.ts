/** Where each notice leads. */
import type { Notice } from '../../api/reminders';

const PLACES: Record<Notice['kind'], string> = {
  session: '/timetable',
  changed: '/timetable',
  cancelled: '/timetable',
  check_in: '/check-in',
  evening_goal: '/today',
  exercise: '/skills',
  questionnaire: '/today',
  medication: '/plan/medications',
  refill: '/plan/medications',
};

export const placeOf = ({ kind }: Notice): string => PLACES[kind];
