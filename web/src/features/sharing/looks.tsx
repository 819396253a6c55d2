/** What was looked at and when: of one sharing, or of all of them. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { isOffline } from '../../api/problem';
import { accountingQuery, categoriesQuery, looksQuery, type Disclosure } from '../../api/sharing';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Pages } from '../../ui/pages';
import { namesOf } from './names';

export function Looks({ consent }: { consent: string }): JSX.Element {
  const query = useInfiniteQuery(looksQuery(consent));
  return (
    <Pages query={query} isOffline={isOffline} more={t.sharing.more} empty={<p class="soft">{t.sharing.looksNone}</p>}>
      {(looks) => <LookList looks={looks} />}
    </Pages>
  );
}

export function EveryLook(): JSX.Element {
  const query = useInfiniteQuery(accountingQuery);
  return (
    <Pages query={query} isOffline={isOffline} more={t.sharing.more} empty={<p class="soft">{t.sharing.looksNone}</p>}>
      {(looks) => <LookList looks={looks} />}
    </Pages>
  );
}

function LookList({ looks }: { looks: readonly Disclosure[] }): JSX.Element {
  const known = useQuery(categoriesQuery).data;
  return (
    <ul class="card sharing-rows">
      {looks.map(({ id, disclosed_at: at, recipient_name: name, categories }) => (
        <li key={id}>
          <p class="strong">{t.sharing.lookLine(name, shortMoment(at, deviceTimezone(), language))}</p>
          <p class="soft small">{namesOf(categories, known).join(' · ')}</p>
        </li>
      ))}
    </ul>
  );
}
