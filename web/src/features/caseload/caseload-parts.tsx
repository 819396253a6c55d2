/** What one client's line says: why it stands there, the last days, sessions. The same words in a table and on a card. */
import type { JSX } from 'preact';

import type { CaseloadRow, Need } from '../../api/caseload';
import { deviceTimezone, localDay, shiftDay, shortDate, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Link } from '../../lib/navigation';
import { Spark } from '../../ui/chart/spark';
import { Chip, type ChipTone } from '../../ui/chip';

interface RowProps {
  row: CaseloadRow;
}

const TONES: Record<Need, ChipTone> = { critical: 'plum', high: 'warm', overdue: 'warm', silent: 'warm', medium: 'plain', watch: 'plain', none: 'calm' };

export function Name({ row }: RowProps): JSX.Element {
  const facts = [row.level_of_care && t.clients.levels[row.level_of_care], row.week !== null && t.clients.week(row.week)].filter(Boolean);
  return (
    <>
      <Link to={`/clients/${row.client.id}`} class="caseload-name">
        {row.client.name}
      </Link>
      <span class="caseload-line soft small">{facts.length > 0 ? facts.join(' · ') : t.clients.notEnrolled}</span>
    </>
  );
}

export function Why({ row: { need, alerts, silent_days } }: RowProps): JSX.Element {
  const words = need === 'silent' ? t.caseload.needs.silent(silent_days ?? 0) : t.caseload.needs[need];
  return (
    <>
      {need === 'none' ? <span class="soft">{words}</span> : <Chip tone={TONES[need]}>{words}</Chip>}
      <Due need={need} alerts={alerts} />
    </>
  );
}

/** Until when, or that it is over; not where the chip says so already. */
function Due({ need, alerts: { due_by: by, overdue, count } }: Pick<CaseloadRow, 'need' | 'alerts'>): JSX.Element | null {
  if (by === null) return null;
  const when = overdue ? need !== 'overdue' && t.caseload.overdue : t.caseload.due(shortMoment(by, deviceTimezone(), language));
  const said = [when, count > 1 && t.caseload.alerts(count)].filter(Boolean).join(', ');
  return said === '' ? null : <span class={overdue ? 'caseload-line caseload-overdue small' : 'caseload-line soft small'}>{said}</span>;
}

export function Recent({ row: { sparkline } }: RowProps): JSX.Element {
  return (
    <span class="caseload-sparks">
      <Named what={t.caseload.mood} values={sparkline.mood} />
      <Named what={t.caseload.craving} values={sparkline.craving} />
    </span>
  );
}

function Named({ what, values }: { what: string; values: readonly (number | null)[] }): JSX.Element {
  return (
    <span class="caseload-spark">
      <span class="soft small" aria-hidden="true">
        {what}
      </span>
      <Spark values={values} spoken={told(what, values)} />
    </span>
  );
}

export function told(what: string, values: readonly (number | null)[]): string {
  const answered = values.filter((value) => value !== null);
  const [first] = answered;
  const last = answered.at(-1);
  return first === undefined || last === undefined ? t.caseload.noAnswers(what) : t.caseload.spark(what, answered.length, first, last);
}

export function LastCheckIn({ row: { last_check_in_on: on } }: RowProps): JSX.Element {
  const today = localDay(new Date(), deviceTimezone());
  if (on === null) return <span class="soft">{t.caseload.never}</span>;
  if (on >= today) return <span>{t.caseload.today}</span>;
  return <span>{on === shiftDay(today, -1) ? t.caseload.yesterday : shortDate(on, language)}</span>;
}

export function Sessions({ row: { sessions } }: RowProps): JSX.Element {
  if (sessions.expected === 0) return <span class="soft">{t.caseload.noSessions}</span>;
  return <span>{sessions.missed > 0 ? t.caseload.missed(sessions.missed, sessions.expected) : t.caseload.cameToAll(sessions.expected)}</span>;
}

export function Next({ row: { sessions } }: RowProps): JSX.Element {
  if (!sessions.next) return <span class="soft">{t.caseload.noNext}</span>;
  return (
    <>
      <span class="caseload-line">{shortMoment(sessions.next.starts_at, deviceTimezone(), language)}</span>
      <span class="caseload-line soft small">{sessions.next.title}</span>
    </>
  );
}
