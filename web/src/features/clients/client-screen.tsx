/** One client's page, in sections. Only for those who look after them; the server decides. */
import './clients.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { Suspense, useEffect, useRef } from 'preact/compat';

import { clientQuery, type Client } from '../../api/clients';
import { clockTime, deviceTimezone } from '../../lib/dates';
import { Link } from '../../lib/navigation';
import { language, t } from '../../lib/strings';
import { Icon } from '../../ui/icon';
import { Loading } from '../../ui/loading';
import { Message } from '../../ui/message';
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
  const client = useQuery(clientQuery(id)).data;
  const tabs = useCurrentInView(open.slug);
  return (
    <div class="page page-wide stack client">
      <header class="stack-small">
        <p class="no-print">
          <Link to="/inbox" class="client-back">
            <Icon name="back" />
            {t.clients.backToInbox}
          </Link>
        </p>
        <h1>{client?.name ?? t.clients.someone}</h1>
        {client && <p class="soft">{standingOf(client)}</p>}
        <nav ref={tabs} class="client-tabs no-print" aria-label={t.clients.sections}>
          {CLIENT_TABS.map(({ slug, label }) => (
            <Link key={slug} to={`/clients/${id}/${slug}`} current={slug === open.slug} class="client-tab">
              {label()}
            </Link>
          ))}
        </nav>
      </header>
      <Suspense fallback={<Loading lines={4} />}>
        <open.Contents key={id} client={id} />
      </Suspense>
    </div>
  );
}

/** On a phone the sections lie in one row that scrolls; the open one is in sight. */
function useCurrentInView(slug: string): { current: HTMLElement | null } {
  const rowRef = useRef<HTMLElement>(null);
  useEffect(() => {
    const row = rowRef.current;
    const current = row?.querySelector<HTMLElement>('[aria-current]');
    if (row && current) row.scrollLeft = current.offsetLeft - row.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;
  }, [slug]);
  return rowRef;
}

/** Level and week; the time where they are, when it is another than here. */
function standingOf({ level_of_care: level, week, timezone }: Client): string {
  const parts = level === null ? [t.clients.notEnrolled] : [t.clients.levels[level]];
  if (week !== null) parts.push(t.clients.week(week));
  const [there, here] = [timezone, deviceTimezone()].map((zone) => clockTime(new Date(), zone, language));
  if (there !== undefined && there !== here) parts.push(t.clients.theirTime(there));
  return parts.join(' · ');
}
