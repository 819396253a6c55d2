/** What the client is asked to do and was: how each stands, what it changed, and taking one back. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { clientAssignmentsQuery, withdrawAssignment, type ClientAssignment } from '../../api/client-skills';
import { isOffline } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { deviceTimezone, fullDate, localDay } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { AssignForm } from './assign-form';
import { PracticeFacts } from './practices';
import { useClientDay } from './use-client-day';

export function Assignments({ client }: { client: string }): JSX.Element {
  const found = useQuery(clientAssignmentsQuery(client));
  const [adding, setAdding] = useState(false);
  return (
    <section class="stack-small" aria-labelledby="client-assignments">
      <div class="row row-apart">
        <h2 id="client-assignments">{t.clientSkills.assignmentsTitle}</h2>
        {!adding && (
          <Button look="secondary" icon="plus" onClick={() => setAdding(true)}>
            {t.clientSkills.assign}
          </Button>
        )}
      </div>
      {adding && <AssignForm client={client} onClose={() => setAdding(false)} />}
      <Asked query={found} isOffline={isOffline}>
        {(assignments) => (
          <>
            {assignments.length === 0 && <p class="soft">{t.clientSkills.assignmentsNone}</p>}
            <ul class="stack-small">
              {assignments.map((assignment) => (
                <AssignmentRow key={assignment.id} client={client} assignment={assignment} />
              ))}
            </ul>
          </>
        )}
      </Asked>
    </section>
  );
}

const dayOf = (moment: string): string => fullDate(localDay(new Date(moment), deviceTimezone()), language);

function AssignmentRow({ client, assignment }: { client: string; assignment: ClientAssignment }): JSX.Element {
  const { skill, note, assigned_by, assigned_at, practice } = assignment;
  const [asking, setAsking] = useState(false);
  return (
    <li class="card assignment stack-small">
      <div class="row row-apart">
        <h3>{skill.title}</h3>
        <Standing client={client} assignment={assignment} />
      </div>
      <p class="soft small">
        {[t.clientSkills.assignedOn(assigned_by.name, dayOf(assigned_at)), assignment.due_on && t.clientSkills.dueOn(fullDate(assignment.due_on, language))].filter(Boolean).join(' · ')}
      </p>
      {note && <p class="client-note">{note}</p>}
      {practice && <PracticeFacts practice={practice} />}
      {assignment.state === 'open' && (
        <div>
          <Button look="quiet" label={t.clientSkills.withdrawNamed(skill.title)} onClick={() => setAsking(true)}>
            {t.clientSkills.withdraw}
          </Button>
        </div>
      )}
      {asking && <WithdrawDialog client={client} assignment={assignment} onClose={() => setAsking(false)} />}
    </li>
  );
}

function Standing({ client, assignment: { state, due_on, done_at } }: { client: string; assignment: ClientAssignment }): JSX.Element {
  const today = useClientDay(client);
  if (state === 'done') {
    return (
      <Chip tone="calm" icon="check">
        {done_at ? t.clientSkills.doneOn(dayOf(done_at)) : t.clientSkills.states.done}
      </Chip>
    );
  }
  const late = state === 'open' && due_on !== null && due_on < today;
  return <Chip tone={late ? 'warm' : 'plain'}>{late ? t.clientSkills.overdue : t.clientSkills.states[state]}</Chip>;
}

interface WithdrawProps {
  client: string;
  assignment: ClientAssignment;
  onClose: () => void;
}

function WithdrawDialog({ client, assignment: { id, skill }, onClose }: WithdrawProps): JSX.Element {
  const queries = useQueryClient();
  const withdrawing = useMutation({
    mutationFn: () => withdrawAssignment(id),
    onSuccess: () => queries.invalidateQueries({ queryKey: clientAssignmentsQuery(client).queryKey }),
  });
  return (
    <Dialog title={t.clientSkills.withdrawAsk(skill.title)} onClose={onClose}>
      <p>{t.clientSkills.withdrawBody}</p>
      {withdrawing.isError && (
        <Notice tone="warm" urgent>
          {sentenceOf(withdrawing.error)}
        </Notice>
      )}
      <div class="moves">
        <Button look="secondary" onClick={onClose}>
          {t.common.cancel}
        </Button>
        <Button busy={withdrawing.isPending} onClick={() => withdrawing.mutate()}>
          {t.clientSkills.withdrawYes}
        </Button>
      </div>
    </Dialog>
  );
}
