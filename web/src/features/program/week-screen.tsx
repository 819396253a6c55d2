/** The week of a program as it stands, with changes of single sessions. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { plannedQuery, type PlannedSession, type Program } from '../../api/program';
import { localDay, longDay, shiftDay } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { daysFrom, mondayOf, spanEnds } from '../../lib/weeks';
import { zoneName } from '../../lib/zone-name';
import { Asked } from '../../ui/asked';
import { ButtonLink } from '../../ui/button';
import { Message } from '../../ui/message';
import { WeekMoves } from '../../ui/week-moves';
import { PlannedItem } from './planned-item';
import { ProgramPage } from './program-page';

const WEEK = 7;

export function ProgramWeekScreen(): JSX.Element {
  return <ProgramPage section="week">{(program) => <Week key={program.id} program={program} />}</ProgramPage>;
}

function Week({ program }: { program: Program }): JSX.Element {
  const thisMonday = mondayOf(localDay(new Date(), program.timezone));
  const [monday, setMonday] = useState(thisMonday);
  const sunday = shiftDay(monday, WEEK - 1);
  const found = useQuery(plannedQuery(program.id, monday, sunday));
  const words = t.program.week;
  return (
    <>
      <WeekMoves name={words.span(...spanEnds(monday, sunday, language))} chip={monday === thisMonday ? words.thisWeek : undefined} earlier={words.earlier} later={words.later} onMove={(weeks) => setMonday(shiftDay(monday, weeks * WEEK))} />
      <div class="row">
        <ButtonLink to="/program/series/new" icon="plus">
          {t.program.series.add}
        </ButtonLink>
        <ButtonLink to="/program/session" look="secondary" icon="plus">
          {words.addOne}
        </ButtonLink>
      </div>
      <p class="soft small">{t.program.zoneNote(zoneName(program.timezone, language))}</p>
      <Asked query={found} isOffline={isOffline} lines={6}>
        {(sessions) => (sessions.length === 0 ? <Message level={2} icon="calendar" title={words.none} body={words.noneBody} /> : <WeekDays program={program} days={daysFrom(monday)} sessions={sessions} />)}
      </Asked>
    </>
  );
}

interface WeekDaysProps {
  program: Program;
  days: readonly string[];
  sessions: readonly PlannedSession[];
}

function WeekDays({ program, days, sessions }: WeekDaysProps): JSX.Element {
  const on = (day: string): PlannedSession[] => sessions.filter(({ starts_at: begins }) => localDay(new Date(begins), program.timezone) === day).sort((a, b) => a.starts_at.localeCompare(b.starts_at));
  return (
    <div class="program-week">
      {days.map((day) => {
        const held = on(day);
        return (
          held.length > 0 && (
            <section key={day} class="stack-small" aria-labelledby={`planned-${day}`}>
              <h2 id={`planned-${day}`}>{longDay(day, language)}</h2>
              <ul class="stack-small">
                {held.map((session) => (
                  <PlannedItem key={session.id} program={program} session={session} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </div>
  );
}
