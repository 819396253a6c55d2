/** When something comes again: a rule of RFC 5545 as a form, and in plain words. Pure. */
import { fullDate, shiftDay, weekday } from './dates';
import { formatList } from './intl';
import { t } from './strings';

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export type Every = 'day' | 'week' | 'month';

/** What the timetable's form can say. A month's day is its number, or a weekday counted from its start or end. */
export interface Recurrence {
  every: Every;
  interval: number;
  weekdays: readonly Weekday[];
  /** Of the month: “day”, or which of its weekdays (1 to 4, or -1 for the last). */
  nth: string;
  monthDay: number;
}

const FREQUENCIES: Record<string, Every> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month' };
const NAMES: Record<Every, string> = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY' };

export const isWeekday = (text: string): text is Weekday => (WEEKDAYS as readonly string[]).includes(text);

const partsOf = (rule: string): Record<string, string> => Object.fromEntries(rule.split(';').map((part) => part.split('=') as [string, string]));

/** The rule as the form shows it, or undefined for one that the form cannot show. */
export function readRule(rule: string): Recurrence | undefined {
  const { FREQ = '', INTERVAL = '1', BYDAY, BYMONTHDAY } = partsOf(rule);
  const every = FREQUENCIES[FREQ];
  if (every === undefined) return undefined;
  const read = every === 'month' ? readMonth(BYDAY, BYMONTHDAY) : readWeek(BYDAY, BYMONTHDAY);
  return read && { every, interval: Number(INTERVAL), ...read };
}

type Days = Pick<Recurrence, 'weekdays' | 'nth' | 'monthDay'>;

function readWeek(byDay = '', byMonthDay?: string): Days | undefined {
  const weekdays = byDay.split(',').filter(isWeekday);
  if (byMonthDay !== undefined || weekdays.join() !== byDay) return undefined;
  return { weekdays, nth: 'day', monthDay: 1 };
}

function readMonth(byDay = '', byMonthDay?: string): Days | undefined {
  if (byMonthDay !== undefined) return /^\d+$/.test(byMonthDay + byDay) ? { weekdays: [], nth: 'day', monthDay: Number(byMonthDay) } : undefined;
  const [, nth, named] = /^(-1|[1-4])(\w\w)$/.exec(byDay) ?? [];
  if (nth === undefined || named === undefined) return undefined;
  return isWeekday(named) ? { weekdays: [named], nth, monthDay: 1 } : undefined;
}

/** The rule that the form says. */
export function writeRule({ every, interval, weekdays, nth, monthDay }: Recurrence): string {
  const parts = [`FREQ=${NAMES[every]}`];
  if (interval > 1) parts.push(`INTERVAL=${interval}`);
  const inOrder = WEEKDAYS.filter((day) => weekdays.includes(day));
  if (every === 'week') parts.push(`BYDAY=${inOrder.join(',')}`);
  if (every === 'month') parts.push(nth === 'day' ? `BYMONTHDAY=${monthDay}` : `BYDAY=${nth}${inOrder[0] ?? 'MO'}`);
  return parts.join(';');
}

// The days of the week are named by those of a week that begins on a Monday.
const A_MONDAY = '2024-01-01';

export const nameOf = (day: Weekday, language: string): string => weekday(shiftDay(A_MONDAY, WEEKDAYS.indexOf(day)), language);

const WORKDAYS = 'MO,TU,WE,TH,FR';

/** “Every week on Monday and Wednesday, until March 3, 2027” */
export function ruleWords(rule: string, language: string): string {
  const read = readRule(rule);
  return read ? `${daysWords(read, language)}${endWords(rule, language)}` : rule;
}

function daysWords(read: Recurrence, language: string): string {
  const often = t.program.rule.every[read.every](read.interval);
  if (read.every === 'week') return weekWords(read, often, language);
  return read.every === 'month' ? monthWords(read, often, language) : often;
}

function weekWords({ interval, weekdays }: Recurrence, often: string, language: string): string {
  if (interval === 1 && weekdays.join() === WORKDAYS) return t.program.rule.workdays;
  const days = weekdays.map((day) => nameOf(day, language));
  return days.length === 0 ? often : t.program.rule.on(often, formatList(days, language));
}

function monthWords({ nth, weekdays: [day], monthDay }: Recurrence, often: string, language: string): string {
  const words = t.program.rule;
  return day === undefined ? words.onDay(often, monthDay) : words.onNth(often, words.nth[nth] ?? nth, nameOf(day, language));
}

function endWords(rule: string, language: string): string {
  const { COUNT: count, UNTIL: until } = partsOf(rule);
  if (count !== undefined) return t.program.rule.times(Number(count));
  return until === undefined ? '' : t.program.rule.until(fullDate(`${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`, language));
}
