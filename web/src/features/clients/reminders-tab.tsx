/** Was this client reminded? Each reminder from due to done, on the client's own clock. */
import './record.css';

import { useInfiniteQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { isOffline } from '../../api/problem';
import { ledgerQuery } from '../../api/reminders';
import { localDay } from '../../lib/dates';
import { t } from '../../lib/strings';
import { Ledger } from '../../ui/ledger';
import { Message } from '../../ui/message';
import { Pages } from '../../ui/pages';
import { useClientZone } from './use-client-day';

export function RemindersTab({ client }: { client: string }): JSX.Element {
  const zone = useClientZone(client);
  const query = useInfiniteQuery(ledgerQuery({ own: false, client }, localDay(new Date(), zone)));
  const { title, lead, none, noneBody, more, reasons } = t.record.reminders;
  return (
    <div class="stack">
      <header class="stack-small">
        <h2>{title}</h2>
        <p class="soft">{lead}</p>
      </header>
      <Pages query={query} isOffline={isOffline} more={more} empty={<Message level={2} icon="bell" title={none} body={noneBody} />}>
        {(lines) => (
          <div class="record-cards">
            <Ledger lines={lines} zone={zone} reasons={reasons} />
          </div>
        )}
      </Pages>
    </div>
  );
}
