/** How long before something: a few usual spans to tick. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { CheckList } from '../../ui/check-list';

const HOUR = 60;
const DAY = 24 * HOUR;
const USUAL = [2 * DAY, DAY, 2 * HOUR, HOUR, 30, 15];
/** A refill is thought of days ahead. */
const FOR_REFILL = [7 * DAY, 3 * DAY, DAY];
const MOST = 4;

interface LeadsProps {
  kind: string;
  leads: readonly number[];
  onChange: (leads: number[]) => void;
}

export function Leads({ kind, leads, onChange }: LeadsProps): JSX.Element {
  const spans = [...new Set([...(kind === 'refill' ? FOR_REFILL : USUAL), ...leads])].sort((a, b) => b - a);
  return (
    <CheckList
      legend={t.reminders.leads}
      options={spans.map((minutes) => ({ value: String(minutes), label: t.reminders.lead1(minutes) }))}
      values={leads.map(String)}
      onChange={(values) => onChange(values.map(Number).slice(0, MOST))}
    />
  );
}
