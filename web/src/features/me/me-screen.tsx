/** Who I am, who sees what, and the way out. */
import type { JSX } from 'preact';

import type { Me } from '../../api/types';
import { t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { RowLink } from '../../ui/row-link';
import { CareCard } from './care-card';
import { MetricsEntry } from './metrics-entry';
import { SignOut } from './sign-out';

export function MeScreen(): JSX.Element {
  const { me } = useDevice();
  return (
    <div class="page stack">
      <h1>{t.me.title}</h1>
      <Who me={me} />
      {me.roles.includes('client') && <CareCard />}
      {me.roles.includes('client') && <ClientRows />}
      {me.roles.some((role) => role === 'clinician' || role === 'administrator') && <MetricsEntry />}
      {!me.roles.includes('client') && (
        <RowLink to="/me/reminders" icon="bell" title={t.me.notesHere}>
          {t.me.notesHereAbout}
        </RowLink>
      )}
      <RowLink to="/me/record" icon="lock" title={t.me.record}>
        {t.me.recordAbout}
      </RowLink>
      <RowLink to="/me/guide" icon="skills" title={t.me.guide}>
        {t.me.guideAbout}
      </RowLink>
      <RowLink to="/me/language" icon="text" title={t.me.language}>
        {t.me.languageAbout}
      </RowLink>
      <RowLink to="/me/account" icon="lock" title={t.me.account}>
        {t.me.accountAbout}
      </RowLink>
      <RowLink to="/me/device" icon="phone" title={t.me.device}>
        {t.me.deviceAbout}
      </RowLink>
      <SignOut />
    </div>
  );
}

function ClientRows(): JSX.Element {
  return (
    <div class="stack-small">
      <RowLink to="/me/sharing" icon="family" title={t.me.sharing}>
        {t.me.sharingAbout}
      </RowLink>
      <RowLink to="/contact" icon="call" title={t.me.contact}>
        {t.me.contactAbout}
      </RowLink>
      <RowLink to="/me/who-reads" icon="clock" title={t.me.whoReads}>
        {t.me.whoReadsAbout}
      </RowLink>
      <RowLink to="/me/reach" icon="phone" title={t.me.reach}>
        {t.me.reachAbout}
      </RowLink>
      <RowLink to="/me/flagged" icon="flag" title={t.me.flagged}>
        {t.me.flaggedAbout}
      </RowLink>
      <RowLink to="/me/reminders" icon="bell" title={t.me.reminders}>
        {t.me.remindersAbout}
      </RowLink>
      <RowLink to="/me/notices" icon="inbox" title={t.me.notices}>
        {t.me.noticesAbout}
      </RowLink>
      <RowLink to="/me/before" icon="card" title={t.me.before}>
        {t.me.beforeAbout}
      </RowLink>
    </div>
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
