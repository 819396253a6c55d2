/** Who I am, who sees what, and the way out. */
import type { ComponentChildren, JSX } from 'preact';

import type { Me } from '../../api/types';
import { t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { RowLink } from '../../ui/row-link';
import { CareCard } from './care-card';
import { MetricsEntry } from './metrics-entry';
import { SignOut } from './sign-out';

export function MeScreen(): JSX.Element {
  const { me } = useDevice();
  const client = me.roles.includes('client');
  return (
    <div class="page page-middle stack">
      <h1>{t.me.title}</h1>
      <div class="columns">
        <div class="stack">
          <Who me={me} />
          {client && <CareCard />}
          {client && <MyTeam />}
        </div>
        <div class="stack">
          {me.roles.some((role) => role === 'clinician' || role === 'administrator') && <MetricsEntry />}
          <Mine client={client} />
          <ThisApp />
          <SignOut />
        </div>
      </div>
    </div>
  );
}

function Group({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="stack-small" aria-label={name}>
      <h2>{name}</h2>
      <div class="card row-group">{children}</div>
    </section>
  );
}

/** What a client and the care team have to do with one another. */
function MyTeam(): JSX.Element {
  return (
    <Group name={t.me.groups.team}>
      <RowLink to="/contact" icon="call" title={t.me.contact}>
        {t.me.contactAbout}
      </RowLink>
      <RowLink to="/me/reach" icon="phone" title={t.me.reach}>
        {t.me.reachAbout}
      </RowLink>
      <RowLink to="/me/who-reads" icon="clock" title={t.me.whoReads}>
        {t.me.whoReadsAbout}
      </RowLink>
      <RowLink to="/me/flagged" icon="flag" title={t.me.flagged}>
        {t.me.flaggedAbout}
      </RowLink>
      <RowLink to="/me/before" icon="card" title={t.me.before}>
        {t.me.beforeAbout}
      </RowLink>
    </Group>
  );
}

/** What is mine to decide: who sees it, what I am told, and my copy of it. */
function Mine({ client }: { client: boolean }): JSX.Element {
  return (
    <Group name={t.me.groups.mine}>
      {client && (
        <RowLink to="/me/sharing" icon="family" title={t.me.sharing}>
          {t.me.sharingAbout}
        </RowLink>
      )}
      <RowLink to="/me/reminders" icon="bell" title={client ? t.me.reminders : t.me.notesHere}>
        {client ? t.me.remindersAbout : t.me.notesHereAbout}
      </RowLink>
      {client && (
        <RowLink to="/me/notices" icon="inbox" title={t.me.notices}>
          {t.me.noticesAbout}
        </RowLink>
      )}
      <RowLink to="/me/record" icon="text" title={t.me.record}>
        {t.me.recordAbout}
      </RowLink>
    </Group>
  );
}

function ThisApp(): JSX.Element {
  return (
    <Group name={t.me.groups.app}>
      <RowLink to="/me/language" icon="text" title={t.me.language}>
        {t.me.languageAbout}
      </RowLink>
      <RowLink to="/me/account" icon="lock" title={t.me.account}>
        {t.me.accountAbout}
      </RowLink>
      <RowLink to="/me/device" icon="phone" title={t.me.device}>
        {t.me.deviceAbout}
      </RowLink>
      <RowLink to="/me/guide" icon="skills" title={t.me.guide}>
        {t.me.guideAbout}
      </RowLink>
    </Group>
  );
}

function Who({ me }: { me: Me }): JSX.Element {
  return (
    <section class="card stack-small" aria-labelledby="who">
      <h2 id="who">{t.me.who}</h2>
      <dl class="facts">
        <dt>{t.me.name}</dt>
        <dd>{me.name}</dd>
        <dt>{t.me.email}</dt>
        <dd>{me.email}</dd>
        <dt>{t.me.role}</dt>
        <dd>{me.roles.map((role) => t.me.roles[role]).join(', ')}</dd>
        {me.program && (
          <>
            <dt>{t.me.program}</dt>
            <dd>{me.program.name}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
