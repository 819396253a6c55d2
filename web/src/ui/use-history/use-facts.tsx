/** What was told of use before the program. What was left out is said to be so. */
import { Fragment } from 'preact';
import type { JSX } from 'preact';

import { fullDate } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import type { ToldDraft } from './told';

interface UseFactsProps {
  told: ToldDraft;
  words: {
    facts: { lastUse: string; episodes: string; goal: string; pattern: string };
    goals: Record<string, string>;
  };
}

export function UseFacts({ told: { last, times, goal, pattern }, words: { facts, goals } }: UseFactsProps): JSX.Element {
  const { notSaid, patterns } = t.useHistory;
  const rows = [
    [facts.lastUse, last && fullDate(last, language)],
    [facts.episodes, times],
    [facts.goal, goals[goal]],
    [facts.pattern, pattern && patterns[pattern]],
  ] as const;
  return (
    <dl class="facts">
      {rows.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value === '' || value === undefined ? <span class="soft">{notSaid}</span> : value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
