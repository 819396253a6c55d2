/** A client's way through the program: enrolment, care team, hours against the level, changes of level, attendance. */
import './record.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { clientEnrolmentQuery, type ClientEnrolment, type TeamPlace } from '../../api/enrolment';
import { isOffline } from '../../api/problem';
import { fullDate, localDay } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { AttendanceList } from './attendance-list';
import { DischargeForm } from './discharge-form';
import { HoursTable } from './hours-table';
import { LevelChanges } from './level-changes';

export function ProgramTab({ client }: { client: string }): JSX.Element {
  const found = useQuery(clientEnrolmentQuery(client));
  return (
    <Asked query={found} isOffline={isOffline} lines={6}>
      {(all) => <Program client={client} all={all} />}
    </Asked>
  );
}

function Program({ client, all }: { client: string; all: ClientEnrolment }): JSX.Element {
  const { enrolment, level_changes: changes, team, weeks } = all;
  const today = localDay(new Date(), enrolment.program.timezone);
  const open = enrolment.active_until === null;
  return (
    <div class="record">
      <div class="stack">
        <Enrolment enrolment={enrolment} />
        <HoursTable weeks={weeks} />
        <AttendanceList client={client} today={today} />
      </div>
      <div class="stack">
        <Team team={team} today={today} />
        <LevelChanges client={client} level={enrolment.level_of_care} changes={changes} open={open} today={today} />
        {open && <DischargeForm client={client} today={today} />}
      </div>
    </div>
  );
}

function Enrolment({ enrolment }: { enrolment: ClientEnrolment['enrolment'] }): JSX.Element {
  const { program, level_of_care: level, week, planned_weeks: planned, active_from: from, active_until: until, discharge_reason: why } = enrolment;
  const words = t.record.program;
  const facts: [string, string | undefined][] = [
    [t.common.program, program.name],
    [words.level, t.record.levels[level]],
    [words.week, week > planned ? words.overPlan(week, planned) : words.weekOf(week, planned)],
    [words.since, fullDate(from, language)],
    [words.ends, until === null ? undefined : fullDate(until, language)],
    [words.why, until === null ? undefined : words.dischargeReasons[why]],
  ];
  return (
    <section class="card stack-small" aria-labelledby="record-enrolment">
      <h2 id="record-enrolment">{words.title}</h2>
      <dl class="facts">
        {facts.map(
          ([label, value]) =>
            value !== undefined && (
              <div key={label} class="record-pair">
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}

function Team({ team, today }: { team: readonly TeamPlace[]; today: string }): JSX.Element {
  const words = t.record.program;
  const whenOf = ({ active_from: from, active_until: until }: TeamPlace): string | undefined => {
    if (until !== null) return words.teamUntil(fullDate(until, language));
    return from > today ? words.teamFrom(fullDate(from, language)) : undefined;
  };
  return (
    <section class="card stack-small" aria-labelledby="record-team">
      <h2 id="record-team">{words.team}</h2>
      {team.length === 0 && <p class="soft">{words.teamNone}</p>}
      <ul class="record-rows">
        {team.map((place) => (
          <li key={place.id}>
            <p class="strong">{place.name}</p>
            <p class="soft small">{[words.roles[place.role] ?? place.role, whenOf(place)].filter(Boolean).join(', ')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
