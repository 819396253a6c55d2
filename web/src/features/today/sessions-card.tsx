/** The sessions of today, each with the way to get there; the whole week is one tap away. */
import type { JSX } from 'preact';

import { isOffline } from '../../api/problem';
import type { Session } from '../../api/types';
import { deviceTimezone, localDay } from '../../lib/dates';
import { Link } from '../../lib/navigation';
import { t } from '../../lib/strings';
import { useThisWeek } from '../../offline/this-week';
import { Button } from '../../ui/button';
import { Loading } from '../../ui/loading';
import { SessionItem } from '../../ui/session';

export function SessionsCard({ today }: { today: string }): JSX.Element {
  const zone = deviceTimezone();
  const week = useThisWeek();
  const ofToday = week.data?.sessions.filter(({ starts_at }) => localDay(new Date(starts_at), zone) === today);
  return (
    <section class="stack-small" aria-labelledby="sessions-card">
      <div class="row row-apart">
        <h2 id="sessions-card">{t.today.sessionsTitle}</h2>
        <Link to="/timetable" class="sessions-week">
          {t.today.wholeWeek}
        </Link>
      </div>
      {!week.loaded && <Loading lines={2} />}
      {week.loaded && !ofToday && <NotLoaded offline={isOffline(week.error)} onRetry={week.refetch} />}
      {ofToday && <Sessions sessions={ofToday} zone={zone} />}
    </section>
  );
}

function Sessions({ sessions, zone }: { sessions: readonly Session[]; zone: string }): JSX.Element {
  if (sessions.length === 0) return <p class="soft">{t.today.noSessions}</p>;
  return (
    <ul class="stack-small">
      {sessions.map((session) => (
        <SessionItem key={session.id} session={session} zone={zone} />
      ))}
    </ul>
  );
}

function NotLoaded({ offline, onRetry }: { offline: boolean; onRetry: () => void }): JSX.Element {
  return (
    <div class="row row-apart">
      <p class="soft">{offline ? t.today.sessionsUnknown : t.common.errorBody}</p>
      <Button look="quiet" onClick={onRetry}>
        {t.common.tryAgain}
      </Button>
    </div>
  );
}
