/** One client's page, in sections. Only for those who look after them; the server decides. */
import './clients.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { Suspense } from 'preact/compat';

import { clientQuery, type Client } from '../../api/clients';
import { clockTime, deviceTimezone } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { usePaperFoot } from '../../offline/paper-foot';
import { BackLink } from '../../ui/back-link';
import { ButtonLink } from '../../ui/button';
import { Loading } from '../../ui/loading';
import { Message } from '../../ui/message';
import { Sections } from '../../ui/sections';
import { OnMyList } from './on-my-list';
import { CLIENT_TABS, type ClientTab } from './tabs';

interface ClientScreenProps {
  id?: string;
  tab?: string;
}

export function ClientScreen({ id = '', tab }: ClientScreenProps): JSX.Element {
  const open = tab === undefined ? CLIENT_TABS[0] : CLIENT_TABS.find(({ slug }) => slug === tab);
  if (!open) return <Message title={t.common.notFoundTitle} body={t.common.notFoundBody} action={{ label: t.common.home, to: '/' }} />;
  return (
    <OnMyList client={id}>
      <ClientPage id={id} open={open} />
    </OnMyList>
  );
}

function ClientPage({ id, open }: { id: string; open: ClientTab }): JSX.Element {
  usePaperFoot();
  const client = useQuery(clientQuery(id)).data;
  return (
    <div class="page page-wide stack client">
      <header class="stack-small">
        <BackLink to="/caseload">{t.common.caseload}</BackLink>
        <div class="row row-apart">
          <div>
            <h1>{client?.name ?? t.clients.someone}</h1>
            {client && <p class="soft">{standingOf(client)}</p>}
          </div>
          <div class="no-print">
            <ButtonLink to={`/clients/${id}/prep`} icon="print">
              {t.clients.prep}
            </ButtonLink>
          </div>
        </div>
        <Sections label={t.clients.sections} sections={CLIENT_TABS.map(({ slug, label }) => ({ key: slug, to: `/clients/${id}/${slug}`, label: label() }))} current={open.slug} />
      </header>
      <Suspense fallback={<Loading lines={4} />}>
        <open.Contents key={id} client={id} />
      </Suspense>
    </div>
  );
}

/** Level and week; the time where they are, when it is another than here. */
function standingOf({ level_of_care: level, week, timezone }: Client): string {
  const parts = level === null ? [t.clients.notEnrolled] : [t.clients.levels[level]];
  if (week !== null) parts.push(t.clients.week(week));
  const [there, here] = [timezone, deviceTimezone()].map((zone) => clockTime(new Date(), zone, language));
  if (there !== undefined && there !== here) parts.push(t.clients.theirTime(there));
  return parts.join(' · ');
}
