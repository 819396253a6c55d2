/** When the client was reached, from a few taps. Pure. */
import { localDay } from '../../lib/dates';
import { momentAt } from '../../lib/wall-clock';

export type Reached = 'now' | 'quarter' | 'hour' | 'other';

const MINUTES: Record<Exclude<Reached, 'other'>, number> = { now: 0, quarter: 15, hour: 60 };
const MINUTE = 60_000;

/** Nobody was spoken with, so there is no moment to tell. */
export const isWithoutContact = (outcome: string | undefined): boolean => outcome === 'not_reached' || outcome === 'no_concern';

/** The moment; undefined while it cannot be told, or when it is yet to come. */
export function contactedAt(reached: Reached | undefined, other: { day: string; time: string }, now: Date, timezone: string): string | undefined {
  if (reached === undefined) return undefined;
  if (reached !== 'other') return new Date(now.getTime() - MINUTES[reached] * MINUTE).toISOString();
  const [hours, minutes] = other.time.split(':').map(Number);
  if (hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)) return undefined;
  const moment = momentAt(other.day || localDay(now, timezone), hours * 60 + minutes, timezone);
  return Date.parse(moment) <= now.getTime() ? moment : undefined;
}
