/** What a score rests on: the three that weigh most, with what is usual for this person. Never a forecast. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { evidenceQuery, type Evidence as Found } from '../../api/client-warnings';
import type { Alert } from '../../api/types';
import { longDate } from '../../lib/dates';
import { language, t } from '../../lib/strings';

const SCORED: readonly Alert['family'][] = ['score', 'slide'];
const MOST = 3;

export function Evidence({ alert }: { alert: Alert }): JSX.Element | null {
  const scored = SCORED.includes(alert.family);
  const found = useQuery({ ...evidenceQuery(alert.id), enabled: scored });
  const newest = newestOf(found.data ?? []);
  if (!scored || !newest) return null;
  return <Weighed found={newest} />;
}

const newestOf = (all: readonly Found[]): Found | undefined => [...all].sort((a, b) => b.on.localeCompare(a.on))[0];

function Weighed({ found: { on, explanation } }: { found: Found }): JSX.Element {
  const { parts, sentence, days_seen: seen, days_missed: missed, version, usual_from: from, usual_until: until } = explanation;
  const top = [...parts].sort((a, b) => b.points - a.points).slice(0, MOST);
  return (
    <div class="stack-small">
      <h3>{t.alerts.weighs}</h3>
      <p>{sentence}</p>
      <ol class="reasons">
        {top.map((part) => (
          <li key={part.kind}>
            <p>{part.sentence}</p>
            <p class="soft small">{[part.value, part.usual].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ol>
      <p class="soft small">
        {t.alerts.rests(longDate(on, language), seen, missed)} {from && until && t.alerts.usualDays(longDate(from, language), longDate(until, language))} {t.alerts.rule(version)}
      </p>
    </div>
  );
}
