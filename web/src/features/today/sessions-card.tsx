/** The sessions of today, each with the way to get there. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { isOffline } from '../../api/problem';
import { sessionsQuery } from '../../api/queries';
import type { Session } from '../../api/types';
import { clockTime, deviceTimezone, localDay } from '../../lib/dates';
import { Link } from '../../lib/navigation';
import { language, t } from '../../lib/strings';
import { Button, ButtonOut } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Loading } from '../../ui/loading';

export function SessionsCard({ today }: { today: string }): JSX.Element {
  const zone = deviceTimezone();
  const sessions = useQuery(sessionsQuery(today, today));
  const ofToday = (sessions.data ?? []).filter(({ starts_at }) => localDay(new Date(starts_at), zone) === today);
  return (
    <section class="stack-small" aria-labelledby="sessions-card">
      <h2 id="sessions-card">{t.today.sessionsTitle}</h2>
      {sessions.isPending && <Loading lines={2} />}
      {sessions.isError && <NotLoaded offline={isOffline(sessions.error)} onRetry={() => void sessions.refetch()} />}
      {sessions.data && ofToday.length === 0 && <p class="soft">{t.today.noSessions}</p>}
      {ofToday.length > 0 && (
        <ul class="stack-small">
          {ofToday.map((session) => (
            <SessionRow key={session.id} session={session} zone={zone} />
          ))}
        </ul>
      )}
    </section>
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

function SessionRow({ session, zone }: { session: Session; zone: string }): JSX.Element {
  const { title, kind, starts_at, ends_at, place, cancelled, skill } = session;
  return (
    <li class="card session">
      <p class="session-time">
        {clockTime(starts_at, zone, language)}
        <span class="soft"> – {clockTime(ends_at, zone, language)}</span>
      </p>
      <div class="session-words">
        <h3>{title}</h3>
        <p class="soft small">{[t.today.kinds[kind], place].filter(Boolean).join(' · ')}</p>
        {skill && !cancelled && (
          <Link to={`/skills/${skill.slug}`} class="session-skill">
            {t.today.sessionSkill(skill.title)}
          </Link>
        )}
      </div>
      {cancelled ? <Chip>{t.today.cancelled}</Chip> : <WayThere session={session} />}
    </li>
  );
}

// A house number before a name: “40 Park Ave” can be found on a map, “Room 2” cannot.
const STREET = /\d+\s+\p{L}{2,}/u;

// The phone's own map app opens, whichever the person chose; no map service hears of it from us.
const mapAddress = (place: string): string =>
  /iPhone|iPad|Macintosh/.test(navigator.userAgent)
    ? `maps:?q=${encodeURIComponent(place)}`
    : `geo:0,0?q=${encodeURIComponent(place)}`;

function WayThere({ session: { title, place, telehealth_url } }: { session: Session }): JSX.Element | null {
  if (telehealth_url) {
    return (
      <ButtonOut href={telehealth_url} look="secondary" label={`${t.today.join}: ${title}`}>
        {t.today.join}
      </ButtonOut>
    );
  }
  if (!STREET.test(place)) return null;
  return (
    <ButtonOut href={mapAddress(place)} look="quiet" icon="place" label={`${t.today.directions}: ${title}`}>
      {t.today.directions}
    </ButtonOut>
  );
}
