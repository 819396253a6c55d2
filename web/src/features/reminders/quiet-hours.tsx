/** Hours in which nothing is sent, on the clock where I am. */
import type { JSX } from 'preact';

import type { Preferences } from '../../api/reminders';
import { fieldOfMinute, minuteOfField } from '../../lib/minutes';
import { t } from '../../lib/strings';
import { TextField } from '../../ui/field';

interface QuietHoursProps {
  from: number;
  until: number;
  onChange: (part: Partial<Preferences>) => void;
}

export function QuietHours({ from, until, onChange }: QuietHoursProps): JSX.Element {
  const { quiet } = t.reminders;
  const set = (name: 'quiet_from_minute' | 'quiet_until_minute', value: string): void => {
    const minute = minuteOfField(value);
    if (minute !== undefined) onChange({ [name]: minute });
  };
  return (
    <section class="card stack-small" aria-labelledby="quiet-hours">
      <h2 id="quiet-hours">{quiet.title}</h2>
      <p>{quiet.lead}</p>
      <div class="quiet-fields">
        <TextField type="time" label={quiet.from} value={fieldOfMinute(from)} onChange={(value) => set('quiet_from_minute', value)} />
        <TextField type="time" label={quiet.until} value={fieldOfMinute(until)} onChange={(value) => set('quiet_until_minute', value)} />
      </div>
      {from === until && <p class="soft">{quiet.none}</p>}
    </section>
  );
}
