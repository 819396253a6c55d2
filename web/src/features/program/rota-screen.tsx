/** Who is on call this week, hour by hour; where nobody is, said in words. */
import './rota.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { Suspense, useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import type { Program } from '../../api/program';
import { rotaQuery, type Rota, type Shift } from '../../api/rota';
import { clockTime, localDay, longDay, shiftDay } from '../../lib/dates';
import { formatList } from '../../lib/intl';
import { language, lazyWithWords, t } from '../../lib/strings';
import { daysFrom, mondayOf, spanEnds } from '../../lib/weeks';
import { zoneName } from '../../lib/zone-name';
import { Asked } from '../../ui/asked';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { WeekMoves } from '../../ui/week-moves';
import { ProgramPage } from './program-page';
import { daysOf, withinDay, type DayOfRota } from './rota-days';

// What is pressed or opened comes after the week itself.
const RotaHours = lazyWithWords(['rota'], () => import('./rota-hours').then((m) => m.RotaHours));
const TurnDialog = lazyWithWords(['rota'], () => import('./turn-dialog').then((m) => m.TurnDialog));
const TurnsForm = lazyWithWords(['rota'], () => import('./turns-form').then((m) => m.TurnsForm));

const WEEK = 7;

export function RotaScreen(): JSX.Element {
  return <ProgramPage section="rota">{(program) => <RotaOf key={program.id} program={program} />}</ProgramPage>;
}

function RotaOf({ program }: { program: Program }): JSX.Element {
  const [monday, setMonday] = useState(() => mondayOf(localDay(new Date(), program.timezone)));
  const [turn, setTurn] = useState<Shift>();
  const sunday = shiftDay(monday, WEEK - 1);
  const found = useQuery(rotaQuery(program.id, monday, sunday));
  return (
    <>
      <p class="soft">{t.rota.lead}</p>
      <WeekMoves name={t.rota.week(...spanEnds(monday, sunday, language))} earlier={t.rota.before} later={t.rota.after} onMove={(weeks) => setMonday(shiftDay(monday, weeks * WEEK))} />
      <Asked query={found} isOffline={isOffline} lines={6}>
        {(rota) => <Week rota={rota} days={daysFrom(monday)} zone={program.timezone} onTurn={setTurn} />}
      </Asked>
      <Suspense fallback={null}>
        <TurnsForm key={monday} program={program} monday={monday} />
        <RotaHours program={program} />
      </Suspense>
      <Suspense fallback={null}>{turn && <TurnDialog turn={turn} onClose={() => setTurn(undefined)} />}</Suspense>
    </>
  );
}

interface WeekProps {
  rota: Rota;
  days: readonly string[];
  zone: string;
  onTurn: (turn: Shift) => void;
}

function Week({ rota, days, zone, onTurn }: WeekProps): JSX.Element {
  const gaps = rota.gaps.length;
  return (
    <>
      <div role="status">
        <Notice tone={gaps > 0 ? 'warm' : 'calm'} icon={gaps > 0 ? 'clock' : 'check'}>
          {gaps > 0 ? (
            <>
              <p class="strong">{t.rota.gapsTitle(gaps)}</p>
              <p>{t.rota.gapsBody}</p>
            </>
          ) : (
            t.rota.noGaps
          )}
        </Notice>
      </div>
      <ol class="rota-week">
        {daysOf(rota, days, zone).map((one) => (
          <Day key={one.day} of={one} zone={zone} onTurn={onTurn} />
        ))}
      </ol>
      <p class="soft small">{t.rota.zone(zoneName(zone, language))}</p>
    </>
  );
}

function Day({ of: { day, gaps, places }, zone, onTurn }: { of: DayOfRota; zone: string; onTurn: (turn: Shift) => void }): JSX.Element {
  const span = ({ starts_at, ends_at }: { starts_at: string; ends_at: string }): string => t.rota.span(clockTime(starts_at, zone, language), clockTime(ends_at, zone, language));
  const held = places.filter(({ shifts }) => shifts.length > 0);
  const free = places.filter(({ shifts }) => shifts.length === 0).map(({ place }) => t.rota.places[place]);
  return (
    <li class="rota-day">
      <h2>{longDay(day, language)}</h2>
      {gaps.map((gap) => (
        <p key={gap.starts_at} class="rota-gap">
          <Icon name="clock" />
          <span>
            <span class="strong">{t.rota.gap}</span> <span class="small">{span(gap)}</span>
          </span>
        </p>
      ))}
      {held.map(({ place, shifts }) => (
        <div key={place}>
          <p class="soft small">{t.rota.places[place]}</p>
          {shifts.map((shift) => (
            <button key={shift.id} type="button" class="rota-turn" onClick={() => onTurn(shift)}>
              <span class="hidden-visually">{t.rota.turn(t.rota.places[place], shift.person.name, span(withinDay(shift, day, zone)))}</span>
              <span class="strong" aria-hidden="true">
                {shift.person.name}
              </span>
              <span class="small" aria-hidden="true">
                {span(withinDay(shift, day, zone))}
              </span>
            </button>
          ))}
        </div>
      ))}
      {free.length > 0 && <p class="soft small">{`${t.rota.nobody}: ${formatList(free, language).toLowerCase()}`}</p>}
    </li>
  );
}
