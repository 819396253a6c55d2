/** My sessions, week by week. This week is there with no line, too. */
import './timetable.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { weekQuery } from '../../api/week';
import type { Session } from '../../api/types';
import { deviceTimezone, localDay, shiftDay } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { mondayOf, spanEnds } from '../../lib/weeks';
import { useThisWeek } from '../../offline/this-week';
import { BackLink } from '../../ui/back-link';
import { Loading } from '../../ui/loading';
import { Failure } from '../../ui/message';
import { Notice } from '../../ui/notice';
import { WeekMoves } from '../../ui/week-moves';
import { CalendarLinkCard } from './calendar-link-card';
import { WeekList } from './week-list';

export function TimetableScreen(): JSX.Element {
  const today = localDay(new Date(), deviceTimezone());
  const thisMonday = mondayOf(today);
  const [monday, setMonday] = useState(thisMonday);
  return (
    <div class="page stack">
      <header class="stack-small">
        <BackLink to="/today">{t.common.today}</BackLink>
        <h1>{t.timetable.title}</h1>
        <p class="lead">{t.timetable.lead}</p>
        <WhichWeek monday={monday} thisMonday={thisMonday} onMove={setMonday} />
      </header>
      {monday === thisMonday ? <ThisWeek today={today} /> : <OtherWeek key={monday} monday={monday} today={today} />}
      <CalendarLinkCard />
    </div>
  );
}

interface WhichWeekProps {
  monday: string;
  thisMonday: string;
  onMove: (monday: string) => void;
}

const WEEK = 7;

function WhichWeek({ monday, thisMonday, onMove }: WhichWeekProps): JSX.Element {
  const span = t.timetable.span(...spanEnds(monday, shiftDay(monday, WEEK - 1), language));
  return (
    <WeekMoves
      name={span}
      chip={monday === thisMonday ? t.timetable.thisWeek : undefined}
      earlier={t.timetable.earlier}
      later={t.timetable.later}
      onMove={(weeks) => onMove(shiftDay(monday, weeks * WEEK))}
    />
  );
}

function ThisWeek({ today }: { today: string }): JSX.Element {
  const week = useThisWeek();
  return (
    <>
      {week.data && week.error && isOffline(week.error) && <Notice icon="offline">{t.timetable.offline}</Notice>}
      <Week sessions={week.data?.sessions} pending={!week.loaded} error={week.error} onRetry={week.refetch} today={today} />
    </>
  );
}

function OtherWeek({ monday, today }: { monday: string; today: string }): JSX.Element {
  const week = useQuery(weekQuery(monday));
  return <Week sessions={week.data?.sessions} pending={week.isPending} error={week.error} onRetry={() => void week.refetch()} today={today} />;
}

interface WeekProps {
  sessions: readonly Session[] | undefined;
  pending: boolean;
  error: Error | null;
  onRetry: () => void;
  today: string;
}

function Week({ sessions, pending, error, onRetry, today }: WeekProps): JSX.Element {
  if (sessions) return <WeekList sessions={sessions} today={today} />;
  return pending ? <Loading lines={5} /> : <Failure offline={isOffline(error)} onRetry={onRetry} />;
}
