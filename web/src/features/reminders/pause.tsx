/** A break from reminders, and its end. */
import type { JSX } from 'preact';

import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';

const DAY = 24 * 60 * 60_000;
const SPANS = [
  { key: 'day', days: 1 },
  { key: 'week', days: 7 },
] as const;

export function Pause({ until, onPause }: { until: string | null; onPause: (until: string | null) => void }): JSX.Element {
  const { pause } = t.reminders;
  if (until !== null && new Date(until) > new Date()) {
    return (
      <Notice tone="warm" icon="clock">
        <div class="stack-small">
          <p class="strong">{pause.until(dayOf(until))}</p>
          <div>
            <Button look="secondary" onClick={() => onPause(null)}>
              {pause.end}
            </Button>
          </div>
        </div>
      </Notice>
    );
  }
  return (
    <details class="card pause">
      <summary>{pause.title}</summary>
      <div class="stack-small">
        <p>{pause.lead}</p>
        <div class="row">
          {SPANS.map(({ key, days }) => (
            <Button key={key} look="secondary" onClick={() => onPause(new Date(Date.now() + days * DAY).toISOString())}>
              {pause[key]}
            </Button>
          ))}
        </div>
      </div>
    </details>
  );
}
