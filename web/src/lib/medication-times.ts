/** When a medication is taken, in words; and which of its times fall on a day. Pure. */
import { clockOfMinute } from './minutes';
import { formatDate, formatList } from './intl';
import { t } from './strings';

export interface Timed {
  as_needed: boolean;
  /** Minutes of the day. */
  times: readonly number[];
  /** 1 Monday to 7 Sunday. */
  weekdays: readonly number[];
}

const WEEK = 7;
// A Monday, to name the days of the week by.
const A_MONDAY = Date.UTC(2024, 0, 1);
const DAY = 24 * 60 * 60_000;

/** 1 → “Monday” */
export const weekdayName = (weekday: number, language: string): string =>
  formatDate(A_MONDAY + (weekday - 1) * DAY, language, { timeZone: 'UTC', weekday: 'long' });

export function whenWords({ as_needed, times, weekdays }: Timed, language: string): string {
  if (as_needed) return t.care.medications.asNeeded;
  const days = weekdays.length === WEEK ? t.care.medications.everyDay : t.care.medications.on(formatList(weekdays.map((day) => weekdayName(day, language)), language));
  return `${days} ${t.care.medications.at(formatList(times.map((minute) => clockOfMinute(minute, language)), language))}`;
}

/** The minutes at which it is taken on a calendar day. */
export function timesOn({ times, weekdays }: Timed, day: string): readonly number[] {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || WEEK;
  return weekdays.includes(weekday) ? times : [];
}
