/** Warnings about one client: what is open, and, when asked for, what was resolved. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { resolvedQuery, unresolvedQuery, type Warning } from '../../api/client-warnings';
import { isOffline } from '../../api/problem';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { dayOf } from '../../lib/day-of';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { Chip, type ChipTone } from '../../ui/chip';
import { EvidenceOf } from './evidence';

const TONES: Record<Warning['tier'], ChipTone> = { critical: 'plum', high: 'warm', medium: 'plain', watch: 'plain' };
/** Families whose points are kept. */
const SCORED: readonly Warning['family'][] = ['score', 'slide'];

export function OpenWarnings({ client }: { client: string }): JSX.Element {
  const found = useQuery(unresolvedQuery(client));
  const words = t.clientWarnings;
  return (
    <section class="stack-small" aria-labelledby="warnings-open">
      <h2 id="warnings-open">{words.now}</h2>
      <Asked query={found} isOffline={isOffline} lines={4}>
        {(rows) => (rows.length === 0 ? <p class="soft">{words.none}</p> : <WarningList rows={rows} />)}
      </Asked>
    </section>
  );
}

/** Asked for only when somebody wants them: looking through what was resolved reads rows of others too. */
export function EarlierWarnings({ client }: { client: string }): JSX.Element {
  const [wanted, setWanted] = useState(false);
  const words = t.clientWarnings;
  return (
    <section class="stack-small" aria-labelledby="warnings-earlier">
      <h2 id="warnings-earlier">{words.earlier}</h2>
      {wanted ? (
        <Resolved client={client} />
      ) : (
        <div>
          <Button look="secondary" icon="search" onClick={() => setWanted(true)}>
            {words.earlierShow}
          </Button>
        </div>
      )}
    </section>
  );
}

function Resolved({ client }: { client: string }): JSX.Element {
  const found = useInfiniteQuery(resolvedQuery(client));
  const words = t.clientWarnings;
  return (
    <Asked query={found} isOffline={isOffline}>
      {({ pages }) => {
        const rows = pages.flatMap(({ results }) => results).sort((a, b) => b.raised_at.localeCompare(a.raised_at));
        return (
          <>
            {rows.length === 0 && <p class="soft">{found.hasNextPage ? words.earlierNone : words.earlierNever}</p>}
            {rows.length > 0 && <WarningList rows={rows} />}
            {found.hasNextPage && (
              <div>
                <Button look="secondary" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                  {words.earlierMore}
                </Button>
              </div>
            )}
          </>
        );
      }}
    </Asked>
  );
}

function WarningList({ rows }: { rows: readonly Warning[] }): JSX.Element {
  return (
    <ul class="stack-small">
      {rows.map((row) => (
        <OneWarning key={row.id} row={row} />
      ))}
    </ul>
  );
}

function OneWarning({ row }: { row: Warning }): JSX.Element {
  const words = t.clientWarnings;
  const [first, ...others] = row.reasons;
  return (
    <li class="card stack-small">
      <div class="row row-apart">
        <h3>{words.families[row.family]}</h3>
        <Chip tone={TONES[row.tier]}>{words.tiers[row.tier]}</Chip>
      </div>
      <p>{row.why || first?.sentence}</p>
      {others.length > 0 && (
        <ul class="evidence-reasons">
          {others.map(({ code, sentence }) => (
            <li key={code}>{sentence}</li>
          ))}
        </ul>
      )}
      <p class="soft small">{standingOf(row)}</p>
      {SCORED.includes(row.family) && <Points alert={row.id} />}
    </li>
  );
}

function Points({ alert }: { alert: string }): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.clientWarnings.evidence}</summary>
      {open && <EvidenceOf alert={alert} />}
    </details>
  );
}

/** When it was raised, and how it stands or what came of it. */
export function standingOf(row: Warning): string {
  const words = t.clientWarnings;
  const parts = [words.raised(shortMoment(row.raised_at, deviceTimezone(), language))];
  if (row.resolved_at === null) parts.push(row.owner ? words.inHandOf(row.owner.name) : words.states[row.state]);
  else {
    const day = dayOf(row.resolved_at);
    parts.push(row.resolved_by ? words.resolvedBy(row.resolved_by.name, day) : words.resolvedOn(day));
    const outcome = words.outcomes[row.outcome];
    if (outcome !== undefined) parts.push(outcome);
    if (row.useful !== null) parts.push(row.useful ? words.useful : words.notUseful);
  }
  return parts.join(' · ');
}
