/** My sessions and those of my clients, by day or by week. */
import './schedule.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { scheduleQuery, type Scheduled } from '../../api/schedule';
import { deviceTimezone, localDay, longDay, shiftDay } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { daysFrom, mondayOf, spanEnds } from '../../lib/weeks';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Choices } from '../../ui/choices';
import { Message } from '../../ui/message';
import { WeekMoves } from '../../ui/week-moves';
import { ScheduledItem } from './scheduled-item';

type View = 'day' | 'week';
const STEP: Record<View, number> = { day: 1, week: 7 };

export function ScheduleScreen(): JSX.Element {
  const today = localDay(new Date(), deviceTimezone());
  const [view, setView] = useState<View>('day');
  const [day, setDay] = useState(today);
  const days = view === 'day' ? [day] : daysFrom(mondayOf(day));
  const found = useQuery(scheduleQuery(days[0] ?? day, days.at(-1) ?? day));
  return (
    <div class={view === 'week' ? 'page page-wide stack' : 'page stack'}>
      <header class="stack-small">
        <h1>{t.schedule.title}</h1>
        <div class="row row-apart">
          <Choices compact="segments" legend={t.schedule.view} choices={(['day', 'week'] as const).map((value) => ({ value, label: t.schedule.views[value] }))} value={view} onChange={(value) => setView(value as View)} />
          {!days.includes(today) && (
            <Button look="quiet" onClick={() => setDay(today)}>
              {t.schedule.toToday}
            </Button>
          )}
        </div>
        <Moves view={view} days={days} today={today} onMove={(by) => setDay(shiftDay(day, by * STEP[view]))} />
      </header>
      <Asked query={found} isOffline={isOffline} lines={5}>
        {(sessions) => <Days view={view} days={days} today={today} sessions={sessions} />}
      </Asked>
    </div>
  );
}

interface MovesProps {
  view: View;
  days: readonly string[];
  today: string;
  onMove: (by: number) => void;
}

function Moves({ view, days, today, onMove }: MovesProps): JSX.Element {
  const [first = '', last = first] = [days[0], days.at(-1)];
  return (
    <WeekMoves
      name={view === 'day' ? longDay(first, language) : t.schedule.span(...spanEnds(first, last, language))}
      chip={view === 'day' && first === today ? t.schedule.isToday : undefined}
      earlier={t.schedule.earlier[view]}
      later={t.schedule.later[view]}
      onMove={onMove}
    />
  );
}

interface DaysProps {
  view: View;
  days: readonly string[];
  today: string;
  sessions: readonly Scheduled[];
}

function Days({ view, days, today, sessions }: DaysProps): JSX.Element {
  const zone = deviceTimezone();
  const on = (day: string): Scheduled[] => sessions.filter(({ starts_at: begins }) => localDay(new Date(begins), zone) === day).sort((a, b) => a.starts_at.localeCompare(b.starts_at));
  if (sessions.length === 0) return <Message level={2} icon="calendar" title={t.schedule.none[view]} body={t.schedule.noneBody} />;
  return (
    <div class={view === 'week' ? 'schedule-week' : 'stack schedule-day'}>
      {days.map((day) => {
        const held = on(day);
        return (
          held.length > 0 && (
            <section key={day} class="stack-small" aria-labelledby={`schedule-${day}`}>
              <div class={view === 'day' ? 'hidden-visually' : 'row'}>
                <h2 id={`schedule-${day}`}>{longDay(day, language)}</h2>
                {day === today && <Chip tone="calm">{t.schedule.isToday}</Chip>}
              </div>
              <ul class="stack-small">
                {held.map((session) => (
                  <ScheduledItem key={session.id} session={session} zone={zone} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </div>
  );
}
