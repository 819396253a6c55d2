/** Where I am in the program, and who looks after me. Not there for somebody who is not enrolled today. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { ownEnrolmentQuery } from '../../api/timetable';
import { t } from '../../lib/strings';

export function CareCard(): JSX.Element | null {
  const found = useQuery(ownEnrolmentQuery).data;
  if (!found) return null;
  const { enrolment, team } = found;
  return (
    <section class="card stack-small" aria-labelledby="my-care">
      <h2 id="my-care">{t.me.care}</h2>
      <dl class="facts">
        <dt>{t.me.level}</dt>
        <dd>{t.me.levels[enrolment.level_of_care] ?? enrolment.level_of_care}</dd>
        <dt>{t.me.week}</dt>
        <dd>{t.me.weekOf(enrolment.week, enrolment.planned_weeks)}</dd>
        {team.length > 0 && (
          <>
            <dt>{t.me.team}</dt>
            <dd>
              <ul>
                {team.map(({ name, role }) => (
                  <li key={name}>
                    {name}
                    <span class="soft"> · {t.me.teamRoles[role] ?? role}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
