/**
 * Days, times and zones, for people. Pure: the caller passes the moment.
 * A day is YYYY-MM-DD on the calendar of a zone; a moment is a Date.
 */

import { formatDate } from './intl';

export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let asked = { minute: -1, zone: '' };

/** Asking is slow, and a screen asks for each of its lines. A phone that travels is noticed within a minute. */
export function deviceTimezone(): string {
  const minute = Math.floor(Date.now() / MINUTE);
  if (asked.minute !== minute) asked = { minute, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  return asked.zone;
}

/** The calendar day of a moment in a zone. */
export function localDay(moment: Date, timezone: string): string {
  // The Swedish form of a date is the ISO one.
  return formatDate(moment, 'sv-SE', { timeZone: timezone });
}

/** Move a calendar day; done in UTC, where every day has 24 hours. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

export function dayPart(moment: Date, timezone: string): DayPart {
  const hour = Number(formatDate(moment, 'en-GB', { timeZone: timezone, hour: '2-digit', hourCycle: 'h23' }));
  if (hour < 5) return 'night';
  if (hour < 12) return 'morning';
  if (hour < 17) return 'afternoon';
  return hour < 22 ? 'evening' : 'night';
}

/** Minutes since midnight on the clock of a zone. */
export function minuteOfDay(moment: Date, timezone: string): number {
  const clock = formatDate(moment, 'en-GB', { timeZone: timezone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** “Monday, November 23” */
export function longDay(day: string, language: string): string {
  return formatDate(Date.parse(`${day}T00:00:00Z`), language, {
    timeZone: 'UTC',
    weekday: 'long',
    month: 'long',
    day: 'numeric',
  });
}

/** “November 23” */
export function longDate(day: string, language: string): string {
  return formatDate(Date.parse(`${day}T00:00:00Z`), language, { timeZone: 'UTC', month: 'long', day: 'numeric' });
}

/** “Nov 23” */
export function shortDate(day: string, language: string): string {
  return formatDate(Date.parse(`${day}T00:00:00Z`), language, { timeZone: 'UTC', month: 'short', day: 'numeric' });
}

/** “Monday” */
export function weekday(day: string, language: string): string {
  return formatDate(Date.parse(`${day}T00:00:00Z`), language, { timeZone: 'UTC', weekday: 'long' });
}

/** “November 23, 2026” */
export function fullDate(day: string, language: string): string {
  return formatDate(Date.parse(`${day}T00:00:00Z`), language, { timeZone: 'UTC', dateStyle: 'long' });
}

/** “9:30 AM” */
export function clockTime(moment: string | Date, timezone: string, language: string): string {
  return formatDate(new Date(moment).getTime(), language, { timeZone: timezone, timeStyle: 'short' });
}

/** “Nov 23, 9:30 AM” */
export function shortMoment(moment: string | Date, timezone: string, language: string): string {
  return formatDate(new Date(moment).getTime(), language, {
    timeZone: timezone,
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
}

/** Whole minutes from one moment to another; negative when the second is earlier. */
export function minutesBetween(from: Date, to: Date): number {
  return Math.round((to.getTime() - from.getTime()) / MINUTE);
}
