/** How long a person slept: one tap for a whole number of hours, a stepper for anything else. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Stepper } from '../../ui/stepper';
import type { QuestionFieldProps } from './question-field';

const USUAL_SLEEP = 7;
/** Whole hours that most nights have. */
const HOURS = [3, 4, 5, 6, 7, 8, 9, 10];

export function HoursField({ answers, onAnswer, onTapped, alone = false }: QuestionFieldProps): JSX.Element {
  const { ask, unit } = t.checkIn.questions.sleep_hours;
  const hours = answers.sleep_hours;
  const [other, setOther] = useState(hours != null && !HOURS.includes(hours));
  const change = (value: number): void => onAnswer({ sleep_hours: value });
  if (other) {
    return (
      <Stepper legend={ask} quietLegend={alone} unit={unit} value={hours} start={USUAL_SLEEP} min={0} max={24} step={0.5} less={t.checkIn.less} more={t.checkIn.more} onChange={change} />
    );
  }
  return (
    <div class="stack-small check-in-hours">
      {!alone && (
        <p class="question-legend" aria-hidden="true">
          {ask}
        </p>
      )}
      <Choices
        compact="pills"
        legend={`${ask} (${unit})`}
        choices={HOURS.map((value) => ({ value: String(value), label: String(value) }))}
        value={hours == null ? undefined : String(hours)}
        onChange={(value) => change(Number(value))}
        onTapped={onTapped}
      />
      <div>
        <Button look="quiet" onClick={() => setOther(true)}>
          {t.checkIn.hoursOther}
        </Button>
      </div>
    </div>
  );
}
