/** Weeks of a calendar, from Monday to Sunday. Pure; days are YYYY-MM-DD. */
import { longDate, shiftDay } from './dates';

const WEEK = 7;
/** The first of January 1970 was a Thursday. */
const DAYS_TO_MONDAY = 3;
const DAY = 24 * 60 * 60_000;

/** The Monday of the week that holds a day. */
export function mondayOf(day: string): string {
  const past = (Date.parse(`${day}T00:00:00Z`) / DAY + DAYS_TO_MONDAY) % WEEK;
  return shiftDay(day, -past);
}

/** The seven days that begin with a day. */
export const daysFrom = (first: string): string[] => Array.from({ length: WEEK }, (_, at) => shiftDay(first, at));

/** Some Monday, to name the days of a week from. */
export const A_MONDAY = '2026-11-23';

/** The two ends of a span of days as they are said, with the month once when it is the same: “November 17”, “23”. */
export function spanEnds(first: string, last: string, language: string): [from: string, to: string] {
  const [from, to] = [longDate(first, language), longDate(last, language)];
  if (first.slice(0, 7) !== last.slice(0, 7)) return [from, to];
  const day = (one: string): string => String(Number(one.slice(8)));
  return /^\d/.test(from) ? [day(first), to] : [from, day(last)];
}
