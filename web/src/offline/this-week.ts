/** My sessions of this week, kept sealed on the device: where to be must not depend on a signal. */
import { weekQuery, type WeekOfSessions } from '../api/week';
import { deviceTimezone, localDay } from '../lib/dates';
import { mondayOf } from '../lib/weeks';
import { useKeptQuery, type KeptAnswer } from './use-kept-query';

const NAME = 'week-of-sessions';

export function useThisWeek(): KeptAnswer<WeekOfSessions> {
  const monday = mondayOf(localDay(new Date(), deviceTimezone()));
  const kept = useKeptQuery(NAME, weekQuery(monday));
  // What was kept of another week says nothing about this one.
  return kept.data?.monday === monday ? kept : { ...kept, data: undefined };
}
