/** One day, asked for something that happens from it on. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { refusalAt, troubleBesides } from '../../api/refusals';
import { t } from '../../lib/strings';
import { TextField } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';

interface DayFormProps {
  label: string;
  hint?: string;
  first: string;
  save: string;
  sending: { mutate: (on: string) => void; isPending: boolean; error: Error | null };
  onClose: () => void;
}

export function DayForm({ label, hint, first, save, sending, onClose }: DayFormProps): JSX.Element {
  const [on = first, setOn] = useState<string>();
  const [checked, setChecked] = useState(false);
  const submit = (): void => {
    setChecked(true);
    if (on !== '') sending.mutate(on);
  };
  return (
    <SmallForm bare save={save} busy={sending.isPending} trouble={troubleBesides(sending.error, ['on'])} onSave={submit} onClose={onClose}>
      <TextField type="date" label={label} hint={hint} value={on} onChange={setOn} error={checked && on === '' ? t.program.required : refusalAt(sending.error, 'on')} />
    </SmallForm>
  );
}
