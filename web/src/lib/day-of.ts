/** Days as the person here would say them: on this device's calendar, in their language. */
import { deviceTimezone, fullDate, localDay, shiftDay, weekday } from './dates';
import { language, t } from './strings';

export const dayOf = (moment: string): string => fullDate(localDay(new Date(moment), deviceTimezone()), language);

/** The days that may still be filled in, newest first. */
export const openDays = (today: string): string[] => [0, -1, -2].map((days) => shiftDay(today, days));

export function dayName(on: string, today: string): string {
  if (on === today) return t.common.today;
  if (on === shiftDay(today, -1)) return t.common.yesterday;
  // It stands at the beginning, where Spanish has a capital too.
  const name = weekday(on, language);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
