/** Who came to a session, in one pass: one row a person, one key a mark, saved as a whole. */
import './schedule.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { rosterQuery, type Roster } from '../../api/schedule';
import { clockTime, deviceTimezone, localDay, longDay, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { useKeys } from '../../lib/use-keys';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';
import { Button } from '../../ui/button';
import { KeysDialog } from '../../ui/keys-dialog';
import { Message } from '../../ui/message';
import { Notice } from '../../ui/notice';
import { markOf } from './roster-draft';
import { LeaveQuestion } from './leave-question';
import { RosterRow } from './roster-row';
import { RosterSave } from './roster-save';
import { useRoster, type RosterWork } from './use-roster';

export function RosterScreen({ session = '' }: { session?: string }): JSX.Element {
  const found = useQuery(rosterQuery(session));
  return (
    <div class="page stack">
      <BackLink to="/schedule">{t.schedule.back}</BackLink>
      <Asked query={found} isOffline={isOffline} lines={6}>
        {(roster) => <OneRoster key={session} roster={roster} />}
      </Asked>
    </div>
  );
}

function OneRoster({ roster }: { roster: Roster }): JSX.Element {
  const { title, kind, starts_at: begins, ends_at: ends, place, skill } = roster.session;
  const zone = deviceTimezone();
  const when = `${longDay(localDay(new Date(begins), zone), language)}, ${clockTime(begins, zone, language)} – ${clockTime(ends, zone, language)}`;
  const closed = whyClosed(roster, zone);
  return (
    <>
      <header class="stack-small">
        <h1>{title}</h1>
        <p class="lead begins">{when}</p>
        <p class="soft">{[t.schedule.kinds[kind], place, skill && t.schedule.skill(skill.title)].filter(Boolean).join(' · ')}</p>
      </header>
      {closed !== undefined && <Notice icon="clock">{closed}</Notice>}
      {roster.entries.length === 0 ? <Message level={2} icon="calendar" title={t.schedule.nobody} body={t.schedule.nobodyBody} /> : <People roster={roster} readOnly={closed !== undefined} />}
    </>
  );
}

/** Why nothing can be marked now, if so. */
function whyClosed({ session, open_from: from, open_until: until }: Roster, zone: string): string | undefined {
  const now = new Date();
  if (session.cancelled) return t.schedule.isCancelled;
  if (now < new Date(from)) return t.schedule.opensAt(shortMoment(from, zone, language));
  return now > new Date(until) ? t.schedule.closed : undefined;
}

function People({ roster, readOnly }: { roster: Roster; readOnly: boolean }): JSX.Element {
  const work = useRoster(roster);
  const [keysShown, setKeysShown] = useState(false);
  useKeys(readOnly ? {} : keysOf(work, () => setKeysShown(true)));
  return (
    <>
      {!readOnly && (
        <div class="row row-apart">
          <p>{t.schedule.lead}</p>
          <div class="roster-keys">
            <Button look="quiet" onClick={() => setKeysShown(true)}>
              {t.schedule.keys}
            </Button>
          </div>
        </div>
      )}
      <ul class="card roster" aria-label={t.schedule.people}>
        {roster.entries.map((entry, at) => (
          <RosterRow key={entry.client} entry={entry} mark={markOf(entry, work.step)} isNext={at === work.step.at} readOnly={readOnly} onMark={(mark) => work.mark(at, mark)} />
        ))}
      </ul>
      {!readOnly && <RosterSave work={work} />}
      {!readOnly && <LeaveQuestion unsaved={work.changed} />}
      {keysShown && <KeysDialog title={t.schedule.keysTitle} keys={t.schedule.keyList} onClose={() => setKeysShown(false)} />}
    </>
  );
}

const keysOf = (work: RosterWork, onKeys: () => void): Record<string, () => unknown> => {
  const { at } = work.step;
  return {
    p: () => work.mark(at, 'present'),
    l: () => work.mark(at, 'late'),
    e: () => work.mark(at, 'excused'),
    a: () => work.mark(at, 'absent'),
    x: () => work.mark(at, 'left_early'),
    j: () => work.choose(at + 1),
    k: () => work.choose(at - 1),
    r: work.rest,
    u: () => work.undo?.(),
    s: work.save,
    '?': onKeys,
  };
};
