/** Sums over weeks, and how they are written. Pure. */
import type { Metrics, Tier } from '../../api/metrics';
import { shiftDay } from '../../lib/dates';
import { formatNumber } from '../../lib/intl';
import { language, t } from '../../lib/strings';

const HOUR = 60;
const DAY = 24 * HOUR;
const WEEK = 7;

/** The Mondays from the first to the last day. */
export function weeksOf({ first_on: first, last_on: last }: Pick<Metrics, 'first_on' | 'last_on'>): string[] {
  const weeks: string[] = [];
  for (let week = first; week <= last; week = shiftDay(week, WEEK)) weeks.push(week);
  return weeks;
}

/** Alerts of a tier in each week; a week that is not named had none. */
export function countsOf(metrics: Pick<Metrics, 'first_on' | 'last_on' | 'tiers'>, tier: Tier): (number | null)[] {
  return weeksOf(metrics).map((week) => {
    const row = metrics.tiers.find((one) => one.week_of === week && one.tier === tier);
    return row === undefined ? 0 : row.alerts;
  });
}

/** Minutes as a person would say them. */
export function howLong(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < HOUR) return t.metrics.minutes(whole);
  if (whole < DAY) return t.metrics.hours(Math.floor(whole / HOUR), whole % HOUR);
  const hours = Math.round(whole / HOUR);
  return t.metrics.days(Math.floor(hours / 24), hours % 24);
}

export const percent = (share: number | null): string =>
  share === null ? t.metrics.nothing : formatNumber(share, language, { style: 'percent', maximumFractionDigits: 0 });

export const number = (value: number | null): string => (value === null ? t.metrics.nothing : formatNumber(value, language));
