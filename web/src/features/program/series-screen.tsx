/** One series: what it is in plain words, its next days and those that could not be booked, and who is in it. */
import './program.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { endSeries, joinSeries, leaveSeries, peopleQuery, PROGRAM, programsQuery, roomsQuery, seriesQuery, skipDay, tracksQuery, type OneSeries, type Series } from '../../api/program';
import { skillsQuery } from '../../api/queries';
import { useSending } from '../../api/use-sending';
import { deviceTimezone, fullDate, localDay, longDay } from '../../lib/dates';
import { ruleWords } from '../../lib/recurrence';
import { formatList } from '../../lib/intl';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';
import { Button, ButtonLink } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Notice } from '../../ui/notice';
import { DayForm } from './day-form';
import { JoinForm, type Joining } from './join-form';
import { MemberList } from './member-list';
import { timesWords } from './series-words';

export function SeriesScreen({ series = '' }: { series?: string }): JSX.Element {
  const found = useQuery(seriesQuery(series));
  return (
    <div class="page stack">
      <BackLink to="/program/series">{t.program.series.back}</BackLink>
      <Asked query={found} isOffline={isOffline} lines={5}>
        {(one) => <OneOf key={series} one={one} />}
      </Asked>
    </div>
  );
}

function OneOf({ one }: { one: OneSeries }): JSX.Element {
  const { series } = one;
  const today = useProgramDay(series.program);
  const ended = series.ends_on !== null && series.ends_on <= today;
  return (
    <>
      <header class="stack-small">
        <div class="row row-apart">
          <h1>{series.title}</h1>
          {ended && <Chip>{t.program.series.isEnded}</Chip>}
        </div>
        <About series={series} />
        {!ended && (
          <div>
            <ButtonLink to={`/program/series/${series.id}/change`} look="secondary" icon="edit">
              {t.program.series.change}
            </ButtonLink>
          </div>
        )}
      </header>
      <Days one={one} />
      {!ended && <DayMoves series={series} today={today} />}
      <Members one={one} today={today} open={!ended} />
    </>
  );
}

/** Today, where the program is; this device's day until it is known. */
function useProgramDay(program: string): string {
  const zone = useQuery(programsQuery).data?.find(({ id }) => id === program)?.timezone;
  return localDay(new Date(), zone ?? deviceTimezone());
}

function About({ series }: { series: Series }): JSX.Element {
  const words = t.program.series;
  const facts = useFacts(series);
  return (
    <>
      <p class="lead">{words.sentence(ruleWords(series.rule, language), timesWords(series.minute_of_day, series.minutes), fullDate(series.starts_on, language))}</p>
      <p>{facts.join(' ')}</p>
    </>
  );
}

/** Each in a sentence, as soon as its name is known. */
function useFacts(series: Series): string[] {
  const words = t.program.series;
  const room = useQuery(roomsQuery(series.program)).data?.find(({ id }) => id === series.room);
  const track = useQuery(tracksQuery(series.program)).data?.find(({ id }) => id === series.track);
  const skill = useQuery(skillsQuery()).data?.find(({ slug }) => slug === series.skill_slug);
  const names = (useQuery(peopleQuery('clinician')).data ?? []).filter(({ id }) => series.clinicians.includes(id)).map(({ name }) => name);
  const known: [unknown, () => string][] = [
    [true, () => `${t.program.kinds[series.kind]}.`],
    [series.ends_on, () => words.endsBefore(fullDate(series.ends_on ?? '', language))],
    [series.telehealth_url, () => words.byLink],
    [room, () => words.in(room?.name ?? '')],
    [names.length, () => words.with(formatList(names, language))],
    [skill, () => words.practise(skill?.title ?? '')],
    [track, () => words.follows(track?.name ?? '')],
  ];
  return known.filter(([there]) => Boolean(there)).map(([, say]) => say());
}

const SHOWN_DAYS = 8;

function Days({ one: { days, days_not_booked: missing } }: { one: OneSeries }): JSX.Element {
  const words = t.program.series;
  return (
    <section class="card stack-small" aria-labelledby="series-days">
      <h2 id="series-days">{words.next}</h2>
      {days.length === 0 ? <p class="soft">{words.nextNone}</p> : <DayList days={days.slice(0, SHOWN_DAYS)} />}
      {missing.length > 0 && (
        <Notice tone="warm" icon="clock">
          <p class="strong">{words.notBooked}</p>
          <DayList days={missing} />
          <p>{words.notBookedBody}</p>
        </Notice>
      )}
    </section>
  );
}

function DayList({ days }: { days: readonly string[] }): JSX.Element {
  return (
    <ul class="program-days">
      {days.map((day) => (
        <li key={day}>{longDay(day, language)}</li>
      ))}
    </ul>
  );
}

function DayMoves({ series, today }: { series: Series; today: string }): JSX.Element {
  const [open, setOpen] = useState<'skip' | 'end'>();
  const close = (): void => setOpen(undefined);
  const skipping = useSending((on: string) => skipDay(series.id, on), [PROGRAM], close);
  const ending = useSending((on: string) => endSeries(series.id, on), [PROGRAM], close);
  const words = t.program.series;
  if (open === 'skip') return <DayForm label={words.skipDay} hint={words.skipNote} first="" save={words.skipSave} sending={skipping} onClose={close} />;
  if (open === 'end') return <DayForm label={words.endDay} hint={words.endNote} first={today} save={words.endSave} sending={ending} onClose={close} />;
  return (
    <div class="row">
      <Button look="secondary" onClick={() => setOpen('skip')}>
        {words.skip}
      </Button>
      <Button look="quiet" onClick={() => setOpen('end')}>
        {words.end}
      </Button>
    </div>
  );
}

function Members({ one: { series, members }, today, open }: { one: OneSeries; today: string; open: boolean }): JSX.Element {
  const [adding, setAdding] = useState(false);
  const joining = useSending(({ client, from }: Joining) => joinSeries(series.id, client, from), [PROGRAM], () => setAdding(false));
  const words = t.program.series;
  return (
    <section class="card stack-small" aria-labelledby="series-members">
      <h2 id="series-members">{words.members}</h2>
      <MemberList members={members} today={today} none={words.membersNone} leave={leaveSeries} />
      {adding && <JoinForm save={words.memberSave} firstDay={today} sending={joining} onClose={() => setAdding(false)} />}
      {open && !adding && (
        <div>
          <Button look="secondary" icon="plus" onClick={() => setAdding(true)}>
            {words.memberAdd}
          </Button>
        </div>
      )}
    </section>
  );
}
