/** Which seven days are shown, with the weeks before and after. */
import type { JSX } from 'preact';

import { longDate, shiftDay } from '../lib/dates';
import { language, t } from '../lib/strings';
import { Button } from './button';

interface WeekPickerProps {
  /** The last day of the week that is shown. */
  last: string;
  today: string;
  onMove: (last: string) => void;
}

const WEEK = 7;

export const weekName = (days: readonly string[]): [from: string, to: string] => [longDate(days[0] ?? '', language), longDate(days.at(-1) ?? '', language)];

export function WeekPicker({ last, today, onMove }: WeekPickerProps): JSX.Element {
  const name = weekName([shiftDay(last, 1 - WEEK), last]);
  return (
    <div class="row row-apart">
      <p class="strong" role="status">
        {t.diary.span(...name)}
      </p>
      <div class="row no-print">
        <Button look="quiet" icon="back" onClick={() => onMove(shiftDay(last, -WEEK))}>
          {t.diary.earlierWeek}
        </Button>
        {last < today && (
          <Button look="quiet" icon="next" onClick={() => onMove(shiftDay(last, WEEK))}>
            {t.diary.laterWeek}
          </Button>
        )}
      </div>
    </div>
  );
}
