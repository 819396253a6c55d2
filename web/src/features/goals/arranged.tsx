/** What is being arranged for me: tasks of mine and of my care team, and ways to others. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { finishTask, referralsQuery, tasksQuery, type Referral, type Task } from '../../api/casework';
import { sentenceOf } from '../../api/trouble';
import { deviceTimezone, fullDate, shortMoment } from '../../lib/dates';
import { phoneHref } from '../../lib/help-lines';
import { language, t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { Button, ButtonOut } from '../../ui/button';
import { Chip } from '../../ui/chip';

export function Arranged(): JSX.Element | null {
  const tasks = useQuery(tasksQuery).data ?? [];
  const referrals = useQuery(referralsQuery).data ?? [];
  if (tasks.length + referrals.length === 0) return null;
  return (
    <section class="stack-small" aria-labelledby="arranged">
      <h2 id="arranged">{t.care.arranged.title}</h2>
      <p class="soft">{t.care.arranged.lead}</p>
      <ul class="stack-small">
        {tasks.map((task) => (
          <TaskItem key={task.id} task={task} />
        ))}
        {referrals.map((referral) => (
          <ReferralItem key={referral.id} referral={referral} />
        ))}
      </ul>
    </section>
  );
}

function TaskItem({ task: { id, title, note, owner, due_on: due } }: { task: Task }): JSX.Element {
  const queries = useQueryClient();
  const mine = owner.id === useDevice().me.id;
  const finishing = useMutation({ mutationFn: () => finishTask(id), onSuccess: () => queries.invalidateQueries({ queryKey: tasksQuery.queryKey }) });
  return (
    <li class="card stack-small">
      <div class="row row-apart">
        <h3>{title}</h3>
        <Chip>{mine ? t.care.arranged.mine : owner.name}</Chip>
      </div>
      {note && <p>{note}</p>}
      {due !== null && <p class="soft small">{t.care.goals.target(fullDate(due, language))}</p>}
      {finishing.error && <p role="alert">{sentenceOf(finishing.error)}</p>}
      {mine && (
        <div>
          <Button look="secondary" icon="check" label={`${t.care.arranged.done}: ${title}`} busy={finishing.isPending} onClick={() => finishing.mutate()}>
            {t.care.arranged.done}
          </Button>
        </div>
      )}
    </li>
  );
}

function ReferralItem({ referral: { to, purpose, phone, appointment_at: at, state } }: { referral: Referral }): JSX.Element {
  return (
    <li class="card stack-small">
      <div class="row row-apart">
        <h3>{to}</h3>
        <Chip>{t.care.arranged.states[state] ?? state}</Chip>
      </div>
      {purpose && <p>{purpose}</p>}
      {at !== null && <p>{t.care.arranged.visit(shortMoment(at, deviceTimezone(), language))}</p>}
      {phone && (
        <div>
          <ButtonOut href={phoneHref(phone)} icon="call" look="secondary" label={`${t.help.call(phone)}, ${to}`}>
            {phone}
          </ButtonOut>
        </div>
      )}
    </li>
  );
}
