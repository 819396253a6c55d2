/** What one looks at before calling: fourteen days, the last contact. */
import type { JSX } from 'preact';

import type { Alert } from '../../api/types';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Spark } from '../../ui/chart/spark';

type Seen = NonNullable<Alert['glance']>;

/** Hours of a day that a line of sleep reaches up to. */
const LONGEST_SLEEP = 12;

export function Days({ line: { item, values } }: { line: Seen['sparkline'] }): JSX.Element {
  const what = t.alerts.items[item];
  return (
    <span class="alert-days">
      <span class="soft small" aria-hidden="true">
        {what}
      </span>
      <Spark values={values} high={item === 'sleep_hours' ? LONGEST_SLEEP : 10} spoken={told(what, values)} />
    </span>
  );
}

function told(what: string, values: readonly (number | null)[]): string {
  const answered = values.filter((value) => value !== null);
  const [first] = answered;
  const last = answered.at(-1);
  return first === undefined || last === undefined ? t.alerts.noAnswers(what) : t.alerts.spark(what, answered.length, first, last);
}

export function lastContact({ last_contact: last }: Seen): string {
  if (!last) return t.alerts.noContact;
  return t.alerts.lastContact[last.kind](shortMoment(last.at, deviceTimezone(), language));
}
