/** What a goal says, while it is written: what, why, and by when. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { TextArea, TextField } from '../field';

export interface GoalForm {
  title: string;
  why: string;
  target_on: string;
}

const LONGEST_TITLE = 200;
const LONGEST_WHY = 500;

export const goalForm = (goal: { title: string; why: string; target_on: string | null } | undefined): GoalForm =>
  goal ? { title: goal.title, why: goal.why, target_on: goal.target_on ?? '' } : { title: '', why: '', target_on: '' };

/** What goes to the server; a day that was left empty is none. */
export const goalBody = ({ title, why, target_on }: GoalForm): { title: string; why: string; target_on: string | null } => ({
  title: title.trim(),
  why: why.trim(),
  target_on: target_on === '' ? null : target_on,
});

interface GoalFieldsProps {
  form: GoalForm;
  checked: boolean;
  onChange: (form: GoalForm) => void;
}

export function GoalFields({ form, checked, onChange }: GoalFieldsProps): JSX.Element {
  const missing = checked && form.title.trim() === '';
  return (
    <>
      <TextField label={t.care.goals.name} hint={t.care.goals.nameHint} maxLength={LONGEST_TITLE} value={form.title} onChange={(title) => onChange({ ...form, title })} error={missing ? t.care.goals.needName : undefined} />
      <TextArea label={t.care.goals.why} hint={t.care.goals.optional} rows={2} maxLength={LONGEST_WHY} value={form.why} onChange={(why) => onChange({ ...form, why })} />
      <TextField type="date" label={t.care.goals.by} value={form.target_on} onChange={(target_on) => onChange({ ...form, target_on })} />
    </>
  );
}
