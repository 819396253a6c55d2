/** Reminders: what, when, how, and when not. Every change is kept at once. */
import './reminders.css';

import type { JSX } from 'preact';

import { isOffline } from '../../api/problem';
import type { Preferences } from '../../api/reminders';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Choices } from '../../ui/choices';
import { Notice } from '../../ui/notice';
import { RowLink } from '../../ui/row-link';
import { Channels } from './channels';
import { KindRow } from './kind-row';
import { Pause } from './pause';
import { QuietHours } from './quiet-hours';
import { usePreferences, type PreferenceChanges } from './use-preferences';

export function SettingsScreen(): JSX.Element {
  const { query, changes, news, trouble } = usePreferences();
  return (
    <div class="page stack">
      <header class="stack-small">
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
  return (
    <>
      <Pause until={wishes.paused_until} onPause={changes.pause} />
      <section class="card kinds" aria-label={t.reminders.title}>
        {wishes.kinds.map((kind) => (
          <KindRow key={kind.kind} setting={kind} onChange={changes.setKind} />
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
