/** One enrolment: planned weeks, the care team from day to day, and what the client follows. */
import './program.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { ENROLMENTS, enrolmentQuery, planWeeks, type Enrolment, type OneEnrolment } from '../../api/enrolments';
import { isOffline } from '../../api/problem';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { useSending } from '../../api/use-sending';
import { fullDate } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { CareTeam } from './care-team';
import { isWeeks } from './weeks';

export function EnrolmentScreen({ enrolment = '' }: { enrolment?: string }): JSX.Element {
  const found = useQuery(enrolmentQuery(enrolment));
  return (
    <div class="page page-wide stack">
      <BackLink to="/program/clients">{t.program.clients.back}</BackLink>
      <Asked query={found} isOffline={isOffline} lines={5}>
        {(one) => <OneOf key={enrolment} one={one} />}
      </Asked>
    </div>
  );
}

function OneOf({ one: { enrolment, team, follows } }: { one: OneEnrolment }): JSX.Element {
  const { client_name: name, level_of_care: level, week, planned_weeks: planned, active_until: until } = enrolment;
  return (
    <>
      <header class="stack-small">
        <h1>{name}</h1>
        <p class="lead">{t.program.clients.about(t.program.levels[level], week, planned)}</p>
        {until !== null && <p>{t.program.clients.ended(fullDate(until, language))}</p>}
      </header>
      <div class="program-two">
        <CareTeam enrolment={enrolment} team={team} />
        <div class="stack">
          <Follows follows={follows} />
          {until === null && <PlannedWeeks enrolment={enrolment} />}
        </div>
      </div>
    </>
  );
}

function Follows({ follows }: { follows: OneEnrolment['follows'] }): JSX.Element {
  return (
    <section class="card stack-small" aria-labelledby="enrolment-follows">
      <h2 id="enrolment-follows">{t.program.clients.follows}</h2>
      {follows.length === 0 && <p class="soft">{t.program.clients.followsNone}</p>}
      <ul class="program-rows">
        {follows.map(({ id, name, active_from: from }) => (
          <li key={id}>
            <span class="strong">{name}</span> <span class="soft small">{t.program.series.since(fullDate(from, language))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PlannedWeeks({ enrolment: { id, planned_weeks: planned } }: { enrolment: Enrolment }): JSX.Element {
  const [weeks, setWeeks] = useState(String(planned));
  const [checked, setChecked] = useState(false);
  const saving = useSending((value: number) => planWeeks(id, value), [ENROLMENTS]);
  const words = t.program.clients;
  const trouble = troubleBesides(saving.error, ['planned_weeks']);
  const submit = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    if (isWeeks(weeks)) saving.mutate(Number(weeks));
  };
  return (
    <form class="card stack-small" noValidate onSubmit={submit}>
      <TextField label={words.weeks} hint={words.weeksHint} inputMode="numeric" maxLength={2} value={weeks} error={checked && !isWeeks(weeks) ? words.weeksWrong : refusalAt(saving.error, 'planned_weeks')} onChange={setWeeks} />
      {trouble !== undefined && (
        <Notice tone="warm" urgent>
          {trouble}
        </Notice>
      )}
      {weeks !== String(planned) && (
        <div>
          <Button type="submit" busy={saving.isPending}>
            {words.weeksSave}
          </Button>
        </div>
      )}
    </form>
  );
}
