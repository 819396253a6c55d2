/** What a piece of unsent work is, and for which day. */
import { longDay } from '../lib/dates';
import { language, t } from '../lib/strings';
import type { Work } from './queue';

export function nameOf({ kind, body, path }: Work): string {
  // Diary cards and goals name their day in their address.
  const day = body['on'] ?? /\/(?:diary-cards|daily-goals|goal-of-day)\/([\d-]+)\//.exec(path)?.[1];
  const name = t.today.kindOfWork[kind];
  return typeof day === 'string' ? `${name}, ${longDay(day, language)}` : name;
}
