/** Writing a task, or changing what it says. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { saveTask, tasksQuery, type Task, type TaskBody } from '../../api/case-work';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { useSending } from '../../api/use-sending';
import { t } from '../../lib/strings';
import { TextArea, TextField } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';
import { ownedBody, OwnerFields } from './owner-fields';

interface TaskFormProps {
  client: string;
  /** Undefined: a new one. */
  task: Task | undefined;
  onClose: () => void;
}

const EMPTY = { title: '', note: '', owner: '', due: '', shown: false };

const formOf = ({ title, note, owner, due_on: due, for_client: shown }: Task): typeof EMPTY => ({ title, note, owner: owner.id, due: due ?? '', shown });

export function TaskForm({ client, task, onClose }: TaskFormProps): JSX.Element {
  const [form, setForm] = useState(() => (task ? formOf(task) : EMPTY));
  const [checked, setChecked] = useState(false);
  const saving = useSending((body: TaskBody) => saveTask(client, task?.id, body), [tasksQuery(client).queryKey], onClose);
  const wrong = (field: string): string | undefined => refusalAt(saving.error, field);
  const save = (): void => {
    setChecked(true);
    const title = form.title.trim();
    if (title !== '') saving.mutate({ title, note: form.note.trim(), ...ownedBody(form, client), ...(task && { state: task.state }) });
  };
  const words = t.record.tasks;
  return (
    <SmallForm save={words.save} busy={saving.isPending} trouble={troubleBesides(saving.error, ['title', 'note', 'owner_id', 'due_on'])} onSave={save} onClose={onClose}>
      <h3>{task ? words.edit(task.title) : words.add}</h3>
      <TextField label={words.name} maxLength={200} value={form.title} error={checked && form.title.trim() === '' ? t.record.required : wrong('title')} onChange={(title) => setForm({ ...form, title })} />
      <TextArea label={words.note} rows={2} maxLength={1000} value={form.note} error={wrong('note')} onChange={(note) => setForm({ ...form, note })} />
      <OwnerFields client={client} owned={form} wrong={wrong} change={(part) => setForm({ ...form, ...part })} />
    </SmallForm>
  );
}
