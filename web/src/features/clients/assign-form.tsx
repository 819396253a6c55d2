/** Asking a client to do one exercise, or every exercise of a module. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { assign, clientAssignmentsQuery, type AssignmentBody } from '../../api/client-skills';
import { isOffline, isProblem } from '../../api/problem';
import { skillsQuery } from '../../api/queries';
import { sentenceOf } from '../../api/trouble';
import type { SkillSummary } from '../../api/types';
import { t } from '../../lib/strings';
import { AskedSelect } from '../../ui/asked-choice';
import { Choices } from '../../ui/choices';
import { TextArea, TextField } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';

type What = 'skill' | 'module';

interface Form {
  what: What;
  skill: string;
  module: string;
  due_on: string;
  note: string;
}

const bodyOf = ({ what, skill, module, due_on, note }: Form): AssignmentBody => ({
  ...(what === 'skill' ? { skill } : { module }),
  due_on: due_on === '' ? null : due_on,
  ...(note.trim() !== '' && { note: note.trim() }),
});

export function AssignForm({ client, onClose }: { client: string; onClose: () => void }): JSX.Element {
  const { form, change, wrong, trouble, busy, save } = useAssigning(client, onClose);
  return (
    <SmallForm save={t.clientSkills.save} busy={busy} trouble={trouble} onSave={save} onClose={onClose}>
      <WhatFields form={form} onChange={change} error={wrong(form.what)} />
      <TextField type="date" label={t.clientSkills.due} hint={t.clientSkills.dueHint} value={form.due_on} onChange={(due_on) => change({ due_on })} error={wrong('due_on')} />
      <TextArea label={t.clientSkills.note} hint={t.clientSkills.noteHint} maxLength={1000} value={form.note} onChange={(note) => change({ note })} error={wrong('note')} />
    </SmallForm>
  );
}

interface Assigning {
  form: Form;
  change: (part: Partial<Form>) => void;
  /** What is wrong with one field, said here or by the server. */
  wrong: (name: string) => string | undefined;
  /** What is wrong with no field in particular. */
  trouble: string | undefined;
  busy: boolean;
  save: () => void;
}

function useAssigning(client: string, onDone: () => void): Assigning {
  const queries = useQueryClient();
  const [form, setForm] = useState<Form>({ what: 'skill', skill: '', module: '', due_on: '', note: '' });
  const [checked, setChecked] = useState(false);
  const assigning = useMutation({
    mutationFn: (body: AssignmentBody) => assign(client, body),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: clientAssignmentsQuery(client).queryKey });
      onDone();
    },
  });
  const missing = form[form.what] === '';
  const refused = isProblem(assigning.error) ? assigning.error.refusal.fields : undefined;
  return {
    form,
    change: (part) => setForm({ ...form, ...part }),
    wrong: (name) => (checked && missing && name === form.what ? t.clientSkills.required : refused?.[name]?.[0]),
    trouble: assigning.error && !refused ? sentenceOf(assigning.error) : undefined,
    busy: assigning.isPending,
    save: () => {
      setChecked(true);
      if (!missing) assigning.mutate(bodyOf(form));
    },
  };
}

interface WhatFieldsProps {
  form: Form;
  onChange: (part: Partial<Form>) => void;
  error: string | undefined;
}

function WhatFields({ form, onChange, error }: WhatFieldsProps): JSX.Element {
  const list = { query: useQuery(skillsQuery()), isOffline, first: t.common.choose };
  return (
    <>
      <Choices
        compact="segments"
        legend={t.clientSkills.what}
        choices={[
          { value: 'skill', label: t.clientSkills.whatOne },
          { value: 'module', label: t.clientSkills.whatModule },
        ]}
        value={form.what}
        onChange={(what) => onChange({ what: what as What })}
      />
      {form.what === 'skill' ? (
        <AskedSelect label={t.clientSkills.exercise} {...list} options={(all) => all.map(optionOf)} value={form.skill} error={error} onChange={(skill) => onChange({ skill })} />
      ) : (
        <AskedSelect label={t.clientSkills.module} {...list} options={modulesOf} value={form.module} error={error} onChange={(module) => onChange({ module })} />
      )}
    </>
  );
}

const optionOf = ({ slug, title, assigned_only }: SkillSummary): { value: string; label: string } => ({
  value: slug,
  label: assigned_only ? t.clientSkills.assignedOnly(title) : title,
});

/** What only a clinician may assign is assigned by its own name, so it is no part of a module here. */
function modulesOf(skills: readonly SkillSummary[]): { value: string; label: string }[] {
  const counts = new Map<string, number>();
  for (const { module, assigned_only } of skills) {
    if (module !== '' && !assigned_only) counts.set(module, (counts.get(module) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, label: t.clientSkills.moduleOf(t.skills.modules[value] ?? value, count) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
