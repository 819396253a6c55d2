/** One client's page, in sections. Only for those who look after them; the server decides. */
import './clients.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { Suspense } from 'preact/compat';

import { clientNameQuery } from '../../api/clients';
import { Link } from '../../lib/navigation';
import { t } from '../../lib/strings';
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
  const name = useQuery(clientNameQuery(id)).data;
  return (
    <div class="page page-wide stack client">
      <header class="stack-small">
        <p class="no-print">
          <Link to="/inbox" class="client-back">
            <Icon name="back" />
            {t.clients.backToInbox}
          </Link>
        </p>
        <h1>{name ?? t.clients.someone}</h1>
        <nav class="client-tabs no-print" aria-label={t.clients.sections}>
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
