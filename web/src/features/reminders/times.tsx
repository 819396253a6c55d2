/** Times of the day, each in a field of its own. */
import type { JSX } from 'preact';

import { clockOfMinute, fieldOfMinute, minuteOfField } from '../../lib/minutes';
import { language, t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';

const MOST = 6;
const NINE = 9 * 60;

interface TimesProps {
  title: string;
  /** Of the day before what is reminded of. */
  dayBefore: boolean;
  times: readonly number[];
  onChange: (times: number[]) => void;
}

export function Times({ title, dayBefore, times, onChange }: TimesProps): JSX.Element {
  const change = (at: number, value: string): void => {
    const minute = minuteOfField(value);
    // A field that is half typed changes nothing.
    if (minute !== undefined) onChange(times.map((time, index) => (index === at ? minute : time)));
  };
  return (
    <fieldset class="stack-small">
      <legend class="field-label">{dayBefore ? t.reminders.dayBefore : t.reminders.times}</legend>
      {times.map((time, at) => (
        // A time has no identity but its place.
        <div key={at} class="times-row">
          <TextField type="time" quietLabel label={`${t.reminders.timeOf(title)} ${at + 1}`} value={fieldOfMinute(time)} onChange={(value) => change(at, value)} />
          <Button look="quiet" icon="close" label={t.reminders.removeTime(clockOfMinute(time, language))} onClick={() => onChange(times.filter((_, index) => index !== at))}>
            {null}
          </Button>
        </div>
      ))}
      {times.length < MOST && (
        <div>
          <Button look="quiet" icon="plus" label={`${t.reminders.addTime}: ${title}`} onClick={() => onChange([...times, NINE])}>
            {t.reminders.addTime}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
