/** One task: what, who, until when, and the moves that it may make. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { saveTask, tasksQuery, type Task, type TaskState } from '../../api/case-work';
import { useSending } from '../../api/use-sending';
import { t } from '../../lib/strings';
import { Chip } from '../../ui/chip';
import { factsOf } from './case-facts';
import { isLate, movesOfTask, taskBody } from './case-moves';
import { Moves } from './moves';
import { TaskForm } from './task-form';
import { useClientDay } from './use-client-day';

export function TaskItem({ client, task }: { client: string; task: Task }): JSX.Element {
  const [editing, setEditing] = useState(false);
  const today = useClientDay(client);
  const words = t.record.tasks;
  if (editing) {
    return (
      <li>
        <TaskForm client={client} task={task} onClose={() => setEditing(false)} />
      </li>
    );
  }
  const { title, note, due_on: due, state } = task;
  const over = state === 'done' || state === 'dropped';
  const late = !over && isLate(due, today);
  return (
    <li class="card stack-small">
      <div class="row row-apart">
        <h3>{title}</h3>
        <Chip tone={late ? 'warm' : 'plain'}>{late ? words.late : words.states[state]}</Chip>
      </div>
      {note !== '' && <p>{note}</p>}
      <p class="soft small">{factsOf(task)}</p>
      <TaskMoves client={client} task={task} onEdit={() => setEditing(true)} />
    </li>
  );
}

function TaskMoves({ client, task, onEdit }: { client: string; task: Task; onEdit: () => void }): JSX.Element {
  const moving = useSending((state: TaskState) => saveTask(client, task.id, { ...taskBody(task), state }), [tasksQuery(client).queryKey]);
  return <Moves of={task.title} moves={movesOfTask(task)} words={t.record.tasks.moves} sending={moving} editNamed={t.record.tasks.edit(task.title)} onEdit={onEdit} />;
}
