/** Which seven days are shown, with the weeks before and after. */
import type { JSX } from 'preact';

import { longDate, shiftDay } from '../lib/dates';
import { language, t } from '../lib/strings';
import { spanEnds } from '../lib/weeks';
import { WeekMoves } from './week-moves';

interface WeekPickerProps {
  /** The last day of the week that is shown. */
  last: string;
  today: string;
  onMove: (last: string) => void;
}

const WEEK = 7;

export const weekName = (days: readonly string[]): [from: string, to: string] => [longDate(days[0] ?? '', language), longDate(days.at(-1) ?? '', language)];

export function WeekPicker({ last, today, onMove }: WeekPickerProps): JSX.Element {
  return (
    <WeekMoves
      name={t.diary.span(...spanEnds(shiftDay(last, 1 - WEEK), last, language))}
      earlier={t.diary.earlierWeek}
      later={last < today ? t.diary.laterWeek : undefined}
      onMove={(weeks) => onMove(shiftDay(last, weeks * WEEK))}
    />
  );
}
