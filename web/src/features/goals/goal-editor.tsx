/** Writing a goal of mine, or changing what it says. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import type { Goal } from '../../api/goals';
import { OWN } from '../../api/plans';
import { sentenceOf } from '../../api/trouble';
import { useGoalSaving } from '../../api/use-goals';
import { t } from '../../lib/strings';
import { goalBody, GoalFields, goalForm } from '../../ui/goals/goal-fields';
import { SmallForm } from '../../ui/small-form';

interface GoalEditorProps {
  /** Undefined: a new one. */
  goal: Goal | undefined;
  onClose: () => void;
}

export function GoalEditor({ goal, onClose }: GoalEditorProps): JSX.Element {
  const [form, setForm] = useState(() => goalForm(goal));
  const [checked, setChecked] = useState(false);
  const saving = useGoalSaving(OWN, goal, onClose);
  const save = (): void => {
    setChecked(true);
    if (form.title.trim() !== '') saving.mutate(goalBody(form));
  };
  return (
    <SmallForm save={t.care.goals.save} busy={saving.isPending} trouble={saving.error ? sentenceOf(saving.error, t.care.goals.notSaved) : undefined} onSave={save} onClose={onClose}>
      <h2>{goal ? t.care.goals.editNamed(goal.title) : t.care.goals.add}</h2>
      <GoalFields form={form} checked={checked} onChange={setForm} />
    </SmallForm>
  );
}
