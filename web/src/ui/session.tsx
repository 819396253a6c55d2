/** One session of a timetable: when, what, where, and the way there. */
import './session.css';

import type { ComponentChildren, JSX } from 'preact';

import { clockTime } from '../lib/dates';
import { Link } from '../lib/navigation';
import { language, t } from '../lib/strings';
import { ButtonOut } from './button';
import { Chip } from './chip';

export interface SessionShown {
  title: string;
  kind: string;
  starts_at: string;
  ends_at: string;
  place: string;
  telehealth_url: string;
  cancelled: boolean;
  skill: { slug: string; title: string } | null;
}

interface SessionItemProps {
  session: SessionShown;
  zone: string;
  level?: 3 | 4;
  /** It is not over, so the way there is of use. */
  ahead?: boolean;
  /** What else is known or can be done, below. */
  children?: ComponentChildren;
}

export function SessionItem({ session, zone, level = 3, ahead = true, children }: SessionItemProps): JSX.Element {
  const { starts_at: begins, ends_at: ends, cancelled } = session;
  return (
    <li class={cancelled ? 'card session session-off' : 'card session'}>
      <p class="session-time">
        {clockTime(begins, zone, language)}
        <span class="soft"> – {clockTime(ends, zone, language)}</span>
      </p>
      <Words session={session} level={level} />
      {cancelled && <Chip>{t.today.cancelled}</Chip>}
      {!cancelled && ahead && <WayThere session={session} />}
      {children !== undefined && <div class="session-more">{children}</div>}
    </li>
  );
}

function Words({ session: { title, kind, place, cancelled, skill }, level }: { session: SessionShown; level: 3 | 4 }): JSX.Element {
  const Heading = level === 3 ? 'h3' : 'h4';
  return (
    <div class="session-words">
      <Heading>{title}</Heading>
      <p class="soft small">{[t.today.kinds[kind], place].filter(Boolean).join(' · ')}</p>
      {skill && !cancelled && (
        <Link to={`/skills/${skill.slug}`} class="session-skill">
          {t.today.sessionSkill(skill.title)}
        </Link>
      )}
    </div>
  );
}

// A house number before a name: “40 Park Ave” can be found on a map, “Room 2” cannot.
const STREET = /\d+\s+\p{L}{2,}/u;

// The phone's own map app opens, whichever the person chose; no map service hears of it from us.
const mapAddress = (place: string): string =>
  /iPhone|iPad|Macintosh/.test(navigator.userAgent)
    ? `maps:?q=${encodeURIComponent(place)}`
    : `geo:0,0?q=${encodeURIComponent(place)}`;

function WayThere({ session: { title, place, telehealth_url } }: { session: SessionShown }): JSX.Element | null {
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
