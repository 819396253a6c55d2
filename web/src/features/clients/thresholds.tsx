/** The limits of the fixed rules that hold for a client: in words, set with a reason, with what was set before. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { thresholdsHistoryQuery, thresholdsQuery, type OwnThresholds, type Thresholds as InForce } from '../../api/client-warnings';
import { isOffline } from '../../api/problem';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { LIMITS, type Limit } from './threshold-draft';
import { ThresholdForm } from './threshold-form';

export function Thresholds({ client }: { client: string }): JSX.Element {
  const found = useQuery(thresholdsQuery(client));
  const [changing, setChanging] = useState(false);
  const words = t.clientWarnings.thresholds;
  return (
    <section class="card stack-small" aria-labelledby="warnings-limits">
      <h2 id="warnings-limits">{words.title}</h2>
      <p class="soft">{words.lead}</p>
      <Asked query={found} isOffline={isOffline} lines={6}>
        {(now) => (
          <>
            <InWords now={now} />
            <p class="soft small">{words.always}</p>
            {now.set && <Reason set={now.set} />}
            {changing ? (
              <ThresholdForm client={client} now={now} onClose={() => setChanging(false)} />
            ) : (
              <div>
                <Button look="secondary" icon="edit" onClick={() => setChanging(true)}>
                  {words.change}
                </Button>
              </div>
            )}
          </>
        )}
      </Asked>
      <Earlier client={client} />
    </section>
  );
}

function InWords({ now: { in_force: now, set } }: { now: InForce }): JSX.Element {
  const words = t.clientWarnings.thresholds;
  const { repeated_days: days, repeated_within: within } = now;
  const lines: [string, Limit[]][] = [
    [words.once(now.craving_at_once), ['craving_at_once']],
    [words.again(now.craving_repeated, days, within), ['craving_repeated', 'repeated_days']],
    [words.sleep(now.short_sleep_hours, days, within), ['short_sleep_hours', 'repeated_days']],
    [words.medication(days, within), ['repeated_days']],
    [words.gap(now.gap_days_if_regular), ['gap_days_if_regular']],
    [words.gapOther(now.gap_days_if_irregular), ['gap_days_if_irregular']],
  ];
  const isOwn = (names: readonly Limit[]): boolean => names.some((name) => set?.[name] != null);
  return (
    <ul class="client-limits">
      {lines.map(([line, names]) => (
        <li key={line}>
          <span>{line}</span>
          {isOwn(names) && <Chip tone="calm">{words.own}</Chip>}
        </li>
      ))}
    </ul>
  );
}

function Reason({ set: { reason, set_by: by, set_at: at } }: { set: OwnThresholds }): JSX.Element {
  return (
    <p>
      {reason}
      <span class="soft small"> · {t.clientWarnings.thresholds.by(by.name, dayOf(at))}</span>
    </p>
  );
}

/** Read only when it is opened. */
function Earlier({ client }: { client: string }): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.clientWarnings.thresholds.history}</summary>
      {open && <EarlierList client={client} />}
    </details>
  );
}

function EarlierList({ client }: { client: string }): JSX.Element {
  const found = useQuery(thresholdsHistoryQuery(client));
  const words = t.clientWarnings.thresholds;
  return (
    <Asked query={found} isOffline={isOffline}>
      {(rows) =>
        rows.length === 0 ? (
          <p class="soft">{words.historyNone}</p>
        ) : (
          <ul class="stack-small">
            {rows.map((row) => (
              <li key={row.id}>
                <p>{setWords(row)}</p>
                <Reason set={row} />
              </li>
            ))}
          </ul>
        )
      }
    </Asked>
  );
}

function setWords(row: OwnThresholds): string {
  const words = t.clientWarnings.thresholds;
  const set = LIMITS.filter((name) => row[name] != null).map((name) => `${words.fields[name]}: ${Number(row[name])}`);
  return set.length === 0 ? words.allBack : set.join('; ');
}
