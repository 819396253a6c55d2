/** The order of the inbox, and how long there is to answer. Pure. */
import type { Alert } from '../../api/types';
import { minutesBetween } from '../../lib/dates';
import { t } from '../../lib/strings';

const TIERS = { critical: 0, high: 1, medium: 2 } as const;

/** The most severe first; among equals, the one that is due first. */
export function bySeverityAndAge(alerts: readonly Alert[]): Alert[] {
  return [...alerts].sort((a, b) => TIERS[a.tier] - TIERS[b.tier] || a.due_at.localeCompare(b.due_at));
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** “12 min”, “3 h 5 min”, “2 d 4 h” */
export function span(minutes: number): string {
  if (minutes < HOUR) return t.alerts.minutes(minutes);
  if (minutes < DAY) return t.alerts.hours(Math.floor(minutes / HOUR), minutes % HOUR);
  return t.alerts.days(Math.floor(minutes / DAY), Math.floor((minutes % DAY) / HOUR));
}

export function clock(alert: Alert, now: Date): { text: string; overdue: boolean } {
  const left = minutesBetween(now, new Date(alert.due_at));
  return left < 0
    ? { text: t.alerts.overdueBy(span(-left)), overdue: true }
    : { text: t.alerts.dueIn(span(left)), overdue: false };
}
