/** Reminders and what became of each, from due to done, with the reason for every one not sent. */
import './ledger.css';

import type { JSX } from 'preact';

import { clockTime, localDay, longDay, shortMoment } from '../lib/dates';
import { language, t } from '../lib/strings';
import { Chip, type ChipTone } from './chip';

export interface LedgerLine {
  id: string;
  kind: string;
  due_at: string;
  state: string;
  reason: string;
  channel: string;
  queued_at: string | null;
  sent_at: string | null;
  opened_at: string | null;
  done_at: string | null;
}

interface LedgerProps {
  lines: readonly LedgerLine[];
  zone: string;
  /** Why one was not sent, in the words of who reads it. */
  reasons?: Readonly<Record<string, string>>;
}

const TONES: Record<string, ChipTone> = { sent: 'calm', undelivered: 'warm' };

export function Ledger({ lines, zone, reasons = t.reminders.ledger.reasons }: LedgerProps): JSX.Element {
  const dayOf = ({ due_at }: LedgerLine): string => localDay(new Date(due_at), zone);
  return (
    <>
      {[...new Set(lines.map(dayOf))].map((day) => (
        <section key={day} class="stack-small" aria-labelledby={`ledger-${day}`}>
          <h2 id={`ledger-${day}`}>{longDay(day, language)}</h2>
          <DayOfLedger lines={lines.filter((line) => dayOf(line) === day)} zone={zone} reasons={reasons} />
        </section>
      ))}
    </>
  );
}

function DayOfLedger({ lines, zone, reasons }: Required<LedgerProps>): JSX.Element {
  return (
    <ul class="card ledger">
      {lines.map((line) => (
        <li key={line.id}>
          <div class="row row-apart">
            <span class="strong">{t.reminders.kinds[line.kind]?.title ?? line.kind}</span>
            <Chip tone={TONES[line.state] ?? 'plain'}>{t.reminders.ledger.states[line.state] ?? line.state}</Chip>
          </div>
          {line.reason !== '' && <p>{reasons[line.reason] ?? line.reason}</p>}
          <Steps line={line} zone={zone} />
        </li>
      ))}
    </ul>
  );
}

function Steps({ line, zone }: { line: LedgerLine; zone: string }): JSX.Element {
  const { steps, by } = t.reminders.ledger;
  const way = by[line.channel];
  // The day stands above; it is said again only where it is another one.
  const day = localDay(new Date(line.due_at), zone);
  const momentOf = (moment: string): string => (localDay(new Date(moment), zone) === day ? clockTime(moment, zone, language) : shortMoment(moment, zone, language));
  const known: [string, string | null][] = [
    [steps['due'] ?? '', line.due_at],
    [steps['queued'] ?? '', line.queued_at],
    [way === undefined ? (steps['sent'] ?? '') : t.reminders.ledger.sent(way), line.sent_at],
    [steps['opened'] ?? '', line.opened_at],
    [steps['done'] ?? '', line.done_at],
  ];
  return (
    <ol class="ledger-steps">
      {known.map(([name, moment]) => moment !== null && <li key={name}>{`${name} ${momentOf(moment)}`}</li>)}
    </ol>
  );
}
