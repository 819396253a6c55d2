/** Was I reminded? Each reminder from due to done, and why one was not sent. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { OWN } from '../../api/plans';
import { isOffline } from '../../api/problem';
import { ledgerQuery } from '../../api/reminders';
import { deviceTimezone, localDay } from '../../lib/dates';
import { t } from '../../lib/strings';
import { BackLink } from '../../ui/back-link';
import { Ledger } from '../../ui/ledger';
import { Message } from '../../ui/message';
import { Pages } from '../../ui/pages';

export function LedgerScreen(): JSX.Element {
  const zone = deviceTimezone();
  const query = useInfiniteQuery(ledgerQuery(OWN, localDay(new Date(), zone)));
  const { title, lead, none, noneBody, more } = t.reminders.ledger;
  return (
    <div class="page stack">
      <header class="stack-small">
        <BackLink to="/me/notices">{t.reminders.notices.title}</BackLink>
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
      </header>
      <Pages query={query} isOffline={isOffline} more={more} empty={<Message level={2} icon="bell" title={none} body={noneBody} />}>
        {(lines) => <Ledger lines={lines} zone={zone} />}
      </Pages>
    </div>
  );
}
