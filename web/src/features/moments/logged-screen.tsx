/** What the person logged in the last two weeks, the unsent included, with a way to add to each. */
import './moments.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { lapsesQuery, urgesQuery, type Lapse, type Urge } from '../../api/moments';
import { isOffline } from '../../api/problem';
import { deviceTimezone, localDay, shiftDay } from '../../lib/dates';
import { t } from '../../lib/strings';
import { useOutbox } from '../../offline/device';
import { BackLink } from '../../ui/back-link';
import { ButtonLink } from '../../ui/button';
import { Loading } from '../../ui/loading';
import { Failure } from '../../ui/message';
import { RowLink } from '../../ui/row-link';
import { LapseRow, UnsentRow, UrgeRow } from './logged-rows';

const DAYS = 14;

export function LoggedScreen(): JSX.Element {
  const today = localDay(new Date(), deviceTimezone());
  const urges = useQuery(urgesQuery(shiftDay(today, -DAYS), today));
  const lapses = useQuery(lapsesQuery(shiftDay(today, -DAYS), today));
  return (
    <div class="page stack">
      <header class="stack-small">
        <BackLink to="/progress">{t.common.progress}</BackLink>
        <h1>{t.moments.logged.title}</h1>
        <p class="lead">{t.moments.logged.lead}</p>
      </header>
      <Unsent today={today} />
      {urges.data && lapses.data ? (
        <Entries urges={urges.data} lapses={lapses.data} today={today} />
      ) : urges.error ?? lapses.error ? (
        <Failure offline={isOffline(urges.error ?? lapses.error)} offlineBody={t.common.offlineBody} onRetry={() => void Promise.all([urges.refetch(), lapses.refetch()])} />
      ) : (
        <Loading lines={4} />
      )}
      <div class="row">
        <ButtonLink to="/urge" look="secondary">
          {t.moments.urge.title}
        </ButtonLink>
        <ButtonLink to="/lapse" look="quiet">
          {t.moments.lapse.title}
        </ButtonLink>
      </div>
      <RowLink to="/logged/check-ins" icon="check" title={t.moments.logged.checkIns}>
        {t.moments.logged.checkInsBody}
      </RowLink>
    </div>
  );
}

/** What lies on this phone only; it is here with no line too. */
function Unsent({ today }: { today: string }): JSX.Element | null {
  const unsent = useOutbox().work.filter(({ kind }) => kind === 'urge' || kind === 'lapse');
  if (unsent.length === 0) return null;
  return (
    <section class="stack-small" aria-labelledby="unsent">
      <h2 id="unsent">{t.moments.logged.unsent}</h2>
      <ul class="moments">
        {unsent.map((work) => (
          <UnsentRow key={work.id} work={work} today={today} />
        ))}
      </ul>
    </section>
  );
}

function Entries({ urges, lapses, today }: { urges: Urge[]; lapses: Lapse[]; today: string }): JSX.Element {
  const told = lapses.filter(({ mistaken }) => !mistaken);
  if (urges.length + told.length === 0) return <p class="soft">{t.moments.logged.none}</p>;
  return (
    <>
      {urges.length > 0 && (
        <section class="stack-small" aria-labelledby="urges">
          <h2 id="urges">{t.moments.logged.urges}</h2>
          <ul class="moments">
            {urges.map((urge) => (
              <UrgeRow key={urge.entry} urge={urge} today={today} />
            ))}
          </ul>
        </section>
      )}
      {told.length > 0 && (
        <section class="stack-small" aria-labelledby="lapses">
          <h2 id="lapses">{t.moments.logged.lapses}</h2>
          <ul class="moments">
            {told.map((lapse) => (
              <LapseRow key={lapse.entry} lapse={lapse} today={today} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
