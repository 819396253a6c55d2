/** The days a card may still be for, and what they are called. */
import { shiftDay, weekday } from '../../lib/dates';
import { language, t } from '../../lib/strings';

const DAYS_BACK = [0, 1, 2];

export const openDays = (today: string): string[] => DAYS_BACK.map((back) => shiftDay(today, -back));

export function dayName(on: string, today: string): string {
  if (on === today) return t.checkIn.today;
  return on === shiftDay(today, -1) ? t.checkIn.yesterday : weekday(on, language);
}
