/** Minutes of a day (0 to 1439), as a clock shows them and as a time field holds them. Pure. */
import { formatDate } from './intl';

const HOUR = 60;

const two = (number: number): string => String(number).padStart(2, '0');

/** 540 → “09:00”, the form that a time field holds. */
export const fieldOfMinute = (minute: number): string => `${two(Math.floor(minute / HOUR))}:${two(minute % HOUR)}`;

/** “09:00” → 540; anything else → undefined. */
export function minuteOfField(value: string): number | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)/.exec(value);
  return match ? Number(match[1]) * HOUR + Number(match[2]) : undefined;
}

/** 540 → “9:00 AM”, in the language of the app. */
export function clockOfMinute(minute: number, language: string): string {
  const moment = Date.UTC(2000, 0, 1, Math.floor(minute / HOUR), minute % HOUR);
  return formatDate(moment, language, { timeZone: 'UTC', timeStyle: 'short' });
}
