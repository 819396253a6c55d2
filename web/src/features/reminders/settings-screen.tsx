/** Reminders: what, when, how, and when not. Every change is kept at once. */
import './reminders.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { Fragment, useEffect, useRef, useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { contactPointsQuery, pushKeyQuery, type KindSetting, type Preferences } from '../../api/reminders';
import { t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { useNotes } from '../../offline/use-notes';
import { AskNotes } from '../../ui/ask-notes';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';
import { Choices } from '../../ui/choices';
import { Notice } from '../../ui/notice';
import { RowLink } from '../../ui/row-link';
import { Channels } from './channels';
import { Devices } from './devices';
import { KindRow } from './kind-row';
import { Pause } from './pause';
import { QuietHours } from './quiet-hours';
import { usePreferences, type PreferenceChanges } from './use-preferences';

export function SettingsScreen(): JSX.Element {
  const { roles } = useDevice().me;
  return roles.includes('client') ? <OwnSettings /> : <NotesOnly />;
}

/** For staff and families, who are reminded of nothing but may be told that there is an update. */
function NotesOnly(): JSX.Element {
  const key = useQuery(pushKeyQuery);
  const points = useQuery(contactPointsQuery);
  return (
    <div class="page stack">
      <header class="stack-small">
        <BackLink to="/me">{t.common.me}</BackLink>
        <h1>{t.reminders.staff.title}</h1>
        <p class="lead">{t.reminders.staff.lead}</p>
      </header>
      <Asked query={key} isOffline={isOffline} lines={3}>
        {(pushKey) => (
          <section class="card">
            <Devices alone pushKey={pushKey} points={(points.data ?? []).filter(({ channel }) => channel === 'push')} />
          </section>
        )}
      </Asked>
    </div>
  );
}

function OwnSettings(): JSX.Element {
  const { query, changes, news, trouble } = usePreferences();
  return (
    <div class="page stack">
      <header class="stack-small">
        <BackLink to="/me">{t.common.me}</BackLink>
        <div class="row row-apart">
          <h1>{t.reminders.title}</h1>
          <p role="status" class="soft">
            {news}
          </p>
        </div>
        <p class="lead">{t.reminders.lead}</p>
      </header>
      {trouble !== undefined && (
        <Notice tone="warm" urgent>
          {trouble}
        </Notice>
      )}
      <Asked query={query} isOffline={isOffline} lines={6}>
        {(wishes) => <Wishes wishes={wishes} changes={changes} />}
      </Asked>
      <RowLink to="/me/notices" icon="bell" title={t.reminders.notices.title}>
        {t.reminders.notices.lead}
      </RowLink>
    </div>
  );
}

function Wishes({ wishes, changes }: { wishes: Preferences; changes: PreferenceChanges }): JSX.Element {
  const [switchedOn, noteSwitchedOn] = useSwitchedOn(wishes.kinds);
  const change = (kind: KindSetting): void => {
    noteSwitchedOn(kind);
    changes.setKind(kind);
  };
  return (
    <>
      <Pause until={wishes.paused_until} onPause={changes.pause} />
      <section class="card kinds" aria-label={t.reminders.title}>
        {wishes.kinds.map((kind) => (
          <Fragment key={kind.kind}>
            <KindRow setting={kind} onChange={change} />
            {switchedOn === kind.kind && <AskInContext />}
          </Fragment>
        ))}
      </section>
      <QuietHours from={wishes.quiet_from_minute} until={wishes.quiet_until_minute} onChange={changes.set} />
      <Channels wishes={wishes} onChange={(channels) => changes.set({ channels })} />
      <section class="card stack-small" aria-labelledby="wording">
        <h2 id="wording">{t.reminders.wording.title}</h2>
        <Choices
          legend={t.reminders.wording.title}
          compact="pills"
          choices={(['discreet', 'plain'] as const).map((value) => ({ value, label: t.reminders.wording[value] }))}
          value={wishes.tone}
          onChange={(tone) => changes.set({ tone: tone as Preferences['tone'] })}
        />
        <p class="soft">{t.reminders.wording.meaning[wishes.tone]}</p>
      </section>
    </>
  );
}

/** The kind that was just switched on. Drawn with the switch and not before it, or it would jump back. */
function useSwitchedOn(kinds: readonly KindSetting[]): [string | undefined, (kind: KindSetting) => void] {
  const [shown, setShown] = useState<string>();
  const wantedRef = useRef<string>(undefined);
  useEffect(() => {
    const wanted = kinds.find(({ kind, on }) => on && kind === wantedRef.current);
    wantedRef.current = undefined;
    if (wanted) setShown(wanted.kind);
  }, [kinds]);
  const note = ({ kind, on }: KindSetting): void => {
    if (on && kinds.some((one) => one.kind === kind && !one.on)) wantedRef.current = kind;
  };
  return [shown, note];
}

/** A reminder was switched on: would a note on this device be a good way? */
function AskInContext(): JSX.Element | null {
  const notes = useNotes(false);
  return notes ? <AskNotes {...notes} /> : null;
}
