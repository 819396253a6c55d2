/** Who is on call this week, hour by hour; where nobody is, said in words. */
import './rota.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import type { Program } from '../../api/program';
import { rotaQuery, type Rota, type Shift } from '../../api/rota';
import { clockTime, localDay, longDate, longDay, shiftDay } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { daysFrom, mondayOf } from '../../lib/weeks';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { ProgramPage } from './program-page';
import { daysOf, withinDay, type DayOfRota } from './rota-days';
import { RotaHours } from './rota-hours';
import { TurnDialog } from './turn-dialog';
import { TurnsForm } from './turns-form';

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
      <div class="row row-apart">
        <h2>{t.rota.week(longDate(monday, language), longDate(sunday, language))}</h2>
        <div class="row">
          <Button look="quiet" icon="back" onClick={() => setMonday(shiftDay(monday, -WEEK))}>
            {t.rota.before}
          </Button>
          <Button look="quiet" icon="next" onClick={() => setMonday(shiftDay(monday, WEEK))}>
            {t.rota.after}
          </Button>
        </div>
      </div>
      <Asked query={found} isOffline={isOffline} lines={6}>
        {(rota) => <Week rota={rota} days={daysFrom(monday)} zone={program.timezone} onTurn={setTurn} />}
      </Asked>
      <TurnsForm key={monday} program={program} monday={monday} />
      <RotaHours program={program} />
      {turn && <TurnDialog turn={turn} onClose={() => setTurn(undefined)} />}
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
      <p class="soft small">{t.rota.zone(zone)}</p>
    </>
  );
}

function Day({ of: { day, gaps, places }, zone, onTurn }: { of: DayOfRota; zone: string; onTurn: (turn: Shift) => void }): JSX.Element {
  const span = ({ starts_at, ends_at }: { starts_at: string; ends_at: string }): string => t.rota.span(clockTime(starts_at, zone, language), clockTime(ends_at, zone, language));
  return (
    <li class="rota-day">
      <h3>{longDay(day, language)}</h3>
      {gaps.map((gap) => (
        <p key={gap.starts_at} class="rota-gap">
          <Icon name="clock" />
          <span>
            <span class="strong">{t.rota.gap}</span> <span class="small">{span(gap)}</span>
          </span>
        </p>
      ))}
      {places.map(({ place, shifts }) => (
        <div key={place}>
          <p class="soft small">{t.rota.places[place]}</p>
          {shifts.length === 0 && <p class="soft small">{t.rota.nobody}</p>}
          {shifts.map((shift) => (
            <button key={shift.id} type="button" class="rota-turn" aria-label={t.rota.turn(t.rota.places[place], shift.person.name, span(withinDay(shift, day, zone)))} onClick={() => onTurn(shift)}>
              <span class="strong">{shift.person.name}</span>
              <span class="small">{span(withinDay(shift, day, zone))}</span>
            </button>
          ))}
        </div>
      ))}
    </li>
  );
}
