/** What the care team asked for: open ones first, each with who, until when, and a way to leave it out. */
import { useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { PRACTISED } from '../../api/queries';
import { skipAssignment } from '../../api/skills';
import { deviceTimezone, localDay, longDay } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { useAssignments, type AssignmentHere } from '../../offline/practised';
import { Button, ButtonLink } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';

export function Assigned(): JSX.Element | null {
  const assignments = useAssignments();
  const open = (assignments.data ?? []).filter(({ state }) => state === 'open');
  if (open.length === 0) return null;
  return (
    <section class="stack-small" aria-labelledby="assigned">
      <h2 id="assigned">{t.dayCards.assigned.title}</h2>
      <ul class="stack-small">
        {open.map((assignment) => (
          <AssignedOne key={assignment.id} assignment={assignment} />
        ))}
      </ul>
    </section>
  );
}

function AssignedOne({ assignment }: { assignment: AssignmentHere }): JSX.Element {
  const [asking, setAsking] = useState(false);
  const { skill, note, assigned_by, due_on, unsent } = assignment;
  return (
    <li class="card stack-small assigned">
      <div class="row row-apart">
        <h3>{skill.title}</h3>
        {due_on && <DueChip due={due_on} />}
      </div>
      <p class="soft small">
        {t.skills.minutes(skill.minutes)} · {t.dayCards.assigned.by(assigned_by.name)}
      </p>
      {note && <blockquote class="assigned-note">{note}</blockquote>}
      {unsent ? (
        <p role="status">{t.dayCards.assigned.doneHere}</p>
      ) : (
        <div class="row">
          <ButtonLink to={`/skills/${skill.slug}`} label={`${t.dayCards.assigned.open}: ${skill.title}`}>
            {t.dayCards.assigned.open}
          </ButtonLink>
          <Button look="quiet" label={t.dayCards.assigned.skipNamed(skill.title)} onClick={() => setAsking(true)}>
            {t.dayCards.assigned.skip}
          </Button>
        </div>
      )}
      {asking && <SkipDialog id={assignment.id} onClose={() => setAsking(false)} />}
    </li>
  );
}

function DueChip({ due }: { due: string }): JSX.Element {
  const today = localDay(new Date(), deviceTimezone());
  if (due === today) return <Chip tone="warm">{t.dayCards.assigned.dueToday}</Chip>;
  const day = longDay(due, language);
  return due > today ? <Chip>{t.dayCards.assigned.due(day)}</Chip> : <p class="soft small">{t.dayCards.assigned.late(day)}</p>;
}

function SkipDialog({ id, onClose }: { id: string; onClose: () => void }): JSX.Element {
  const queries = useQueryClient();
  const [state, setState] = useState<'asking' | 'busy' | 'failed'>('asking');
  const skip = async (): Promise<void> => {
    setState('busy');
    try {
      await skipAssignment(id);
      await queries.invalidateQueries({ queryKey: PRACTISED });
      onClose();
    } catch {
      setState('failed');
    }
  };
  return (
    <Dialog title={t.dayCards.assigned.skipAsk} onClose={onClose}>
      <p>{t.dayCards.assigned.skipBody}</p>
      {state === 'failed' && (
        <Notice tone="warm" urgent>
          <p>{t.dayCards.assigned.skipOffline}</p>
        </Notice>
      )}
      <div class="moves">
        <Button look="secondary" onClick={onClose}>
          {t.dayCards.assigned.skipKeep}
        </Button>
        <Button busy={state === 'busy'} onClick={() => void skip()}>
          {t.dayCards.assigned.skipYes}
        </Button>
      </div>
    </Dialog>
  );
}
