/** Today, yesterday, or the day before: the days that may still be filled in. */
import type { JSX } from 'preact';

import { shiftDay, weekday } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Choices } from '../../ui/choices';

interface DayPickerProps {
  on: string;
  today: string;
  onDay: (on: string) => void;
}

const DAYS_BACK = [0, 1, 2];

export function dayName(on: string, today: string): string {
  if (on === today) return t.checkIn.today;
  return on === shiftDay(today, -1) ? t.checkIn.yesterday : weekday(on, language);
}

export function DayPicker({ on, today, onDay }: DayPickerProps): JSX.Element {
  const days = DAYS_BACK.map((back) => shiftDay(today, -back)).map((value) => ({ value, label: dayName(value, today) }));
  return <Choices compact="segments" legend={t.checkIn.forDay} choices={days} value={on} onChange={onDay} />;
}
