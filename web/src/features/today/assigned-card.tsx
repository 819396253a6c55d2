/** What the care team asked for and is still open; the rest is on the skills screen. */
import type { JSX } from 'preact';

import { longDay } from '../../lib/dates';
import { Link } from '../../lib/navigation';
import { language, t } from '../../lib/strings';
import { useAssignments, type AssignmentHere } from '../../offline/practised';
import { RowLink } from '../../ui/row-link';

const MOST_SHOWN = 3;

export function AssignedCard({ today, shown }: { today: string; shown: string | undefined }): JSX.Element | null {
  const assignments = useAssignments();
  const open = (assignments.data ?? []).filter(({ state, skill }) => state === 'open' && skill.slug !== shown);
  if (open.length === 0) return null;
  return (
    <section class="stack-small" aria-labelledby="assigned-card">
      <h2 id="assigned-card">{t.dayCards.assigned.title}</h2>
      <ul class="stack-small">
        {open.slice(0, MOST_SHOWN).map((assignment) => (
          <li key={assignment.id}>
            <RowLink to={`/skills/${assignment.skill.slug}`} icon={assignment.unsent ? 'check' : 'flag'} title={assignment.skill.title}>
              {aboutOf(assignment, today)}
            </RowLink>
          </li>
        ))}
      </ul>
      {open.length > MOST_SHOWN && (
        <p>
          <Link to="/skills">{t.today.assignedMore(open.length - MOST_SHOWN)}</Link>
        </p>
      )}
    </section>
  );
}

function aboutOf({ unsent, due_on, assigned_by, skill }: AssignmentHere, today: string): string {
  if (unsent) return t.dayCards.assigned.doneHere;
  const due = due_on === null ? t.dayCards.assigned.by(assigned_by.name) : dueWords(due_on, today);
  return `${t.today.minutes(skill.minutes)} · ${due}`;
}

function dueWords(due: string, today: string): string {
  if (due === today) return t.dayCards.assigned.dueToday;
  const day = longDay(due, language);
  return due > today ? t.dayCards.assigned.due(day) : t.dayCards.assigned.late(day);
}
