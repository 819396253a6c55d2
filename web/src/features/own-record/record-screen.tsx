/** My record: a copy of my data, more of it on request, my statements beside it, and complaints. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { BackLink } from '../../ui/back-link';
import { RowLink } from '../../ui/row-link';
import { Complaints } from './complaints';
import { Copies } from './copies';
import { Requests } from './requests';
import { Statements } from './statements';

export function RecordScreen(): JSX.Element {
  const { me } = useDevice();
  const isClient = me.roles.includes('client');
  return (
    <div class="page stack">
      <BackLink to="/me">{t.ownRecord.back}</BackLink>
      <header class="stack-small">
        <h1>{t.ownRecord.title}</h1>
        <p class="lead">{t.ownRecord.lead}</p>
      </header>
      <Copies />
      {isClient && <Statements />}
      {isClient && <Requests />}
      <Complaints />
      <RowLink to="/notice" icon="text" title={t.ownRecord.notice}>
        {t.ownRecord.noticeAbout}
      </RowLink>
    </div>
  );
}
