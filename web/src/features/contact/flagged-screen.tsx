/** The mirror: what was flagged about me, in my own words where I said it; who looked; what was done. No number, no grade. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { flaggedQuery, type Flagged } from '../../api/contact';
import { isOffline } from '../../api/problem';
import { deviceTimezone, longDay, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { BackLink } from '../../ui/back-link';
import { Message } from '../../ui/message';
import { Pages } from '../../ui/pages';

export function FlaggedScreen(): JSX.Element {
  const found = useInfiniteQuery(flaggedQuery);
  const words = t.contact.flagged;
  return (
    <div class="page stack">
      <header class="stack-small">
        <BackLink to="/me">{t.common.me}</BackLink>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      <Pages query={found} isOffline={isOffline} more={words.more} empty={<Message level={2} title={words.none} body={words.noneBody} />}>
        {(rows) => (
          <>
            <ul class="stack-small">
              {rows.map((one) => (
                <One key={one.id} flagged={one} />
              ))}
            </ul>
            <p class="soft small">{words.notSo}</p>
          </>
        )}
      </Pages>
    </div>
  );
}

function One({ flagged }: { flagged: Flagged }): JSX.Element {
  return (
    <li class="card stack-small">
      <h2>{t.contact.flagged.on(longDay(flagged.on, language))}</h2>
      {flagged.noticed.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p class="soft">{seenOf(flagged)}</p>
      {flagged.done && <p>{flagged.done}</p>}
    </li>
  );
}

function seenOf({ seen_at: at, seen_by: by, role }: Flagged): string {
  const words = t.contact.flagged;
  if (at === null) return words.waits;
  const moment = shortMoment(at, deviceTimezone(), language);
  return by ? words.seen(by.name, words.roles[role] ?? '', moment) : words.seenBySome(moment);
}
