/** Days as the person here would say them: on this device's calendar, in their language. */
import { deviceTimezone, fullDate, localDay, shiftDay, weekday } from './dates';
import { language, t } from './strings';

export const dayOf = (moment: string): string => fullDate(localDay(new Date(moment), deviceTimezone()), language);

/** The days that may still be filled in, newest first. */
export const openDays = (today: string): string[] => [0, -1, -2].map((days) => shiftDay(today, days));

export function dayName(on: string, today: string): string {
  if (on === today) return t.common.today;
  return on === shiftDay(today, -1) ? t.common.yesterday : weekday(on, language);
}
