/** Who reads what I write, and when; and who watches right now. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { agreementQuery } from '../../api/agreement';
import { isOffline } from '../../api/problem';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { useWatchWords } from '../../offline/watch';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';

export function WhoReadsScreen(): JSX.Element {
  const found = useQuery(agreementQuery);
  const watch = useWatchWords(true);
  return (
    <div class="page page-narrow stack">
      <BackLink to="/me">{t.common.me}</BackLink>
      <h1>{t.agreement.title}</h1>
      <Asked query={found} isOffline={isOffline} offlineBody={t.agreement.offline}>
        {({ words, accepted_at: accepted }) => (
          <section class="card stack-small">
            <p class="lead">{words}</p>
            {accepted !== null && <p class="soft small">{t.agreement.accepted(dayOf(accepted))}</p>}
          </section>
        )}
      </Asked>
      <section class="card stack-small" aria-labelledby="right-now">
        <h2 id="right-now">{t.agreement.now}</h2>
        <p role="status">{watch}</p>
      </section>
    </div>
  );
}
