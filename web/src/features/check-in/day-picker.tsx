/** Today, yesterday, or the day before: the days that may still be filled in. */
import type { JSX } from 'preact';

import { dayName, openDays } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { Choices } from '../../ui/choices';

interface DayPickerProps {
  on: string;
  today: string;
  onDay: (on: string) => void;
}

export function DayPicker({ on, today, onDay }: DayPickerProps): JSX.Element {
  const days = openDays(today).map((value) => ({ value, label: dayName(value, today) }));
  return <Choices compact="segments" legend={t.checkIn.forDay} choices={days} value={on} onChange={onDay} />;
}
