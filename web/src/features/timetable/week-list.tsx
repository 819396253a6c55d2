/** The days of a week that hold sessions, and today in any case. */
import type { JSX } from 'preact';

import type { Session } from '../../api/types';
import { deviceTimezone, localDay, longDay } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Chip } from '../../ui/chip';
import { Message } from '../../ui/message';
import { OwnSession } from './own-session';

export function WeekList({ sessions, today }: { sessions: readonly Session[]; today: string }): JSX.Element {
  if (sessions.length === 0) return <Message level={2} icon="calendar" title={t.timetable.none} body={t.timetable.noneBody} />;
  const zone = deviceTimezone();
  const dayOf = ({ starts_at }: Session): string => localDay(new Date(starts_at), zone);
  const days = [...new Set(sessions.map(dayOf))].sort();
  return (
    <>
      {days.map((day) => (
        <section key={day} class="stack-small" aria-labelledby={`day-${day}`}>
          <div class="row">
            <h2 id={`day-${day}`}>{longDay(day, language)}</h2>
            {day === today && <Chip tone="calm">{t.timetable.todayNote}</Chip>}
          </div>
          <ul class="stack-small">
            {sessions
              .filter((session) => dayOf(session) === day)
              .sort((a, b) => a.starts_at.localeCompare(b.starts_at))
              .map((session) => (
                <OwnSession key={session.id} session={session} zone={zone} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
