/** What a relative chose to share, with the notice that must travel with it. View only. */
import './family.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { isOffline } from '../../api/problem';
import { familyQuery } from '../../api/queries';
import type { FamilyShared } from '../../api/types';
import { fullDate } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Icon } from '../../ui/icon';
import { Loading } from '../../ui/loading';
import { Failure, Message } from '../../ui/message';
import { WeekBand } from './week-band';

/** Sharing may end while the page is open; an open page must not outlive it for long. */
const LOOK_AGAIN_AFTER = 10_000;

type Shared = FamilyShared['shared'][number];

export function FamilyScreen(): JSX.Element {
  const family = useQuery({ ...familyQuery, refetchOnWindowFocus: 'always', refetchInterval: LOOK_AGAIN_AFTER });
  const offline = isOffline(family.error);
  return (
    <div class="page stack">
      <h1>{t.family.title}</h1>
      {family.isPending && <Loading lines={4} />}
      {/* After a failed look the old contents go: sharing may have ended meanwhile. */}
      {family.isError && <Failure offline={offline} offlineBody={t.family.offlineBody} onRetry={() => void family.refetch()} />}
      {family.isSuccess && <SharedList family={family.data} />}
    </div>
  );
}

function SharedList({ family: { shared, notice } }: { family: FamilyShared }): JSX.Element {
  return (
    <>
      {shared.length === 0 && <Message level={2} title={t.family.empty} body={t.family.emptyBody} />}
      {shared.map((one) => (
        <SharedCard key={one.client_name + one.until} shared={one} />
      ))}
      <section class="family-notice stack-small" aria-labelledby="family-notice">
        <h2 id="family-notice">
          <Icon name="lock" />
          {t.family.noticeTitle}
        </h2>
        <p>{t.family.noticePlain}</p>
        <p class="soft small">{notice.text}</p>
      </section>
    </>
  );
}

function SharedCard({ shared }: { shared: Shared }): JSX.Element {
  const { client_name: name, mood_trend: trend, explanation, purpose, until } = shared;
  return (
    <article class="card stack">
      <header>
        <h2>{t.family.weekTitle(name)}</h2>
        {trend && <p class="soft small">{t.family.period(fullDate(trend.from, language), fullDate(trend.to, language))}</p>}
      </header>
      {trend && <WeekBand band={trend.band} />}
      <div class="stack-small">
        <h3>{t.family.helps}</h3>
        <p>{t.family.helpsBody}</p>
      </div>
      <div class="stack-small">
        <h3>{t.family.scopeTitle}</h3>
        <p>{explanation}</p>
        <dl class="facts">
          <dt>{t.family.purpose}</dt>
          <dd>{purpose}</dd>
          <dt>{t.family.until}</dt>
          <dd>{fullDate(until, language)}</dd>
        </dl>
      </div>
    </article>
  );
}
