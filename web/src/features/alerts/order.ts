/** The order of the inbox, and how long there is to answer. Pure. */
import type { Alert } from '../../api/types';
import { minutesBetween } from '../../lib/dates';
import { t } from '../../lib/strings';

const TIERS = { critical: 0, high: 1, medium: 2, watch: 3 } as const;

const dueOf = ({ due_by, raised_at }: Alert): string => due_by ?? raised_at;

/** The most severe first; among equals, the one that is due first. */
export function bySeverityAndAge(alerts: readonly Alert[]): Alert[] {
  return [...alerts].sort((a, b) => TIERS[a.tier] - TIERS[b.tier] || dueOf(a).localeCompare(dueOf(b)));
}

/** What nobody waits for; it comes in the digest as well. */
export const isForLater = ({ tier }: Alert): boolean => tier === 'watch';

const HOUR = 60;
const DAY = 24 * HOUR;

/** “12 min”, “3 h 5 min”, “2 d 4 h” */
export function span(minutes: number): string {
  if (minutes < HOUR) return t.alerts.minutes(minutes);
  if (minutes < DAY) return t.alerts.hours(Math.floor(minutes / HOUR), minutes % HOUR);
  return t.alerts.days(Math.floor(minutes / DAY), Math.floor((minutes % DAY) / HOUR));
}

export interface Clock {
  text: string;
  overdue: boolean;
}

/** How long until the client should have been looked after; nothing for what only waits to be read. */
export function clock({ due_by, state }: Alert, now: Date): Clock | undefined {
  if (due_by === null || state === 'resolved') return undefined;
  const left = minutesBetween(now, new Date(due_by));
  return left < 0 ? { text: t.alerts.overdueBy(span(-left)), overdue: true } : { text: t.alerts.dueIn(span(left)), overdue: false };
}

/** Whole seconds in which an acknowledgement can still be taken back. */
export function undoLeft({ undo_until }: Pick<Alert, 'undo_until'>, now: number): number {
  return undo_until === null ? 0 : Math.max(0, Math.floor((Date.parse(undo_until) - now) / 1000));
}

/** Rows that changed, each put into the list of its state and taken out of the others. A list that was not read stays unread. */
export function withChanged(list: readonly Alert[], state: Alert['state'], changed: readonly Alert[]): Alert[] {
  const ids = new Set(changed.map(({ id }) => id));
  return [...list.filter(({ id }) => !ids.has(id)), ...changed.filter((alert) => alert.state === state)];
}
