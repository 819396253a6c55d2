/** Which sessions a client came to, four weeks at a time. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { clientAttendanceQuery, type AttendanceRow } from '../../api/enrolment';
import { isOffline } from '../../api/problem';
import { deviceTimezone, shiftDay, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { spanEnds } from '../../lib/weeks';
import { Asked } from '../../ui/asked';
import { Chip, type ChipTone } from '../../ui/chip';
import { WeekMoves } from '../../ui/week-moves';

const SPAN = 28;
const TONES: Record<AttendanceRow['attendance'], ChipTone> = { '': 'plain', present: 'calm', late: 'calm', left_early: 'calm', excused: 'plain', absent: 'warm' };
const CAME: readonly string[] = ['present', 'late', 'left_early'];

export function AttendanceList({ client, today }: { client: string; today: string }): JSX.Element {
  const [last, setLast] = useState(today);
  const first = shiftDay(last, 1 - SPAN);
  const found = useQuery(clientAttendanceQuery(client, first, last));
  const words = t.record.attendance;
  return (
    <section class="card stack-small" aria-labelledby="record-attendance">
      <h2 id="record-attendance">{words.title}</h2>
      <WeekMoves name={words.span(...spanEnds(first, last, language))} earlier={words.earlier} later={last < today ? words.later : undefined} onMove={(spans) => setLast(shiftDay(last, spans * SPAN))} />
      <Asked query={found} isOffline={isOffline}>
        {(rows) => <Rows rows={rows} />}
      </Asked>
    </section>
  );
}

function Rows({ rows }: { rows: readonly AttendanceRow[] }): JSX.Element {
  const words = t.record.attendance;
  const zone = deviceTimezone();
  const recorded = rows.filter(({ attendance }) => attendance !== '');
  const came = recorded.filter(({ attendance }) => CAME.includes(attendance));
  if (rows.length === 0) return <p class="soft">{words.none}</p>;
  return (
    <>
      <p>{words.summary(came.length, recorded.length)}</p>
      <ul class="record-rows">
        {[...rows]
          .sort((a, b) => b.starts_at.localeCompare(a.starts_at))
          .map(({ session, starts_at: begins, kind, attendance }) => (
            <li key={session} class="record-attended">
              <span>
                <span class="strong">{words.kinds[kind] ?? kind}</span> <span class="soft small">{shortMoment(begins, zone, language)}</span>
              </span>
              <Chip tone={TONES[attendance]}>{words.marks[attendance]}</Chip>
            </li>
          ))}
      </ul>
    </>
  );
}
