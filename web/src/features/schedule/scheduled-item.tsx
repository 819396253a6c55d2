/** One session for the clinician: when, what, where, how many, and the way to its list. */
import '../../ui/session.css';

import type { JSX } from 'preact';

import type { Scheduled } from '../../api/schedule';
import { clockTime } from '../../lib/dates';
import { formatList } from '../../lib/intl';
import { language, t } from '../../lib/strings';
import { ButtonLink, ButtonOut } from '../../ui/button';
import { Chip } from '../../ui/chip';

const OPENS_BEFORE = 15 * 60_000;

export function ScheduledItem({ session, zone }: { session: Scheduled; zone: string }): JSX.Element {
  const { title, kind, starts_at: begins, ends_at: ends, place, skill, clinicians, cancelled, mine } = session;
  return (
    <li class={cancelled ? 'card session session-off' : 'card session'}>
      <p class="session-time">
        {clockTime(begins, zone, language)}
        <span class="soft"> – {clockTime(ends, zone, language)}</span>
      </p>
      <div class="session-words">
        <h3>{title}</h3>
        <p class="soft small">{[t.schedule.kinds[kind], place, clinicians.length > 0 && t.schedule.led(formatList(clinicians, language))].filter(Boolean).join(' · ')}</p>
        {skill && <p class="small">{t.schedule.skill(skill.title)}</p>}
      </div>
      <div class="row">
        {mine && <Chip tone="calm">{t.schedule.mine}</Chip>}
        {cancelled && <Chip>{t.schedule.cancelled}</Chip>}
      </div>
      {!cancelled && <Coming session={session} zone={zone} />}
    </li>
  );
}

function Coming({ session, zone }: { session: Scheduled; zone: string }): JSX.Element {
  const { title, starts_at: begins, ends_at: ends, expected, not_recorded: open, telehealth_url: link } = session;
  const now = new Date();
  const begun = new Date(begins).getTime() - OPENS_BEFORE <= now.getTime();
  return (
    <div class="session-more row row-apart">
      <div class="row">
        <span class="small">{t.schedule.expected(expected)}</span>
        {begun && expected > 0 && <Chip tone={open === 0 ? 'calm' : 'warm'}>{open === 0 ? t.schedule.recorded : t.schedule.notRecorded(open)}</Chip>}
      </div>
      <div class="row">
        {link !== '' && new Date(ends) > now && (
          <ButtonOut href={link} look="secondary" label={t.schedule.joinOf(title)}>
            {t.schedule.join}
          </ButtonOut>
        )}
        <ToList session={session} begun={begun} time={clockTime(begins, zone, language)} />
      </div>
    </div>
  );
}

function ToList({ session: { id, title, not_recorded: open }, begun, time }: { session: Scheduled; begun: boolean; time: string }): JSX.Element {
  const words = t.schedule;
  return (
    <ButtonLink to={`/schedule/${id}`} look={begun && open > 0 ? 'primary' : 'secondary'} label={begun ? words.takeOf(title, time) : words.openOf(title, time)}>
      {begun ? words.take : words.open}
    </ButtonLink>
  );
}
