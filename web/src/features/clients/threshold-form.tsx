/** Setting the limits of the fixed rules for one client, with the reason. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { setThresholds, thresholdsQuery, type Thresholds, type ThresholdsBody } from '../../api/client-warnings';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { useSending } from '../../api/use-sending';
import { t } from '../../lib/strings';
import { TextArea, TextField } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';
import { bodyOf, draftOf, isWhole, isWrong, LIMITS, RANGES, type Limit } from './threshold-draft';

interface ThresholdFormProps {
  client: string;
  now: Thresholds;
  onClose: () => void;
}

export function ThresholdForm({ client, now: { in_force: now, set }, onClose }: ThresholdFormProps): JSX.Element {
  const words = t.clientWarnings.thresholds;
  const [draft, setDraft] = useState(() => draftOf(set));
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const saving = useSending((body: ThresholdsBody) => setThresholds({ client, ...body }), [thresholdsQuery(client).queryKey], onClose);
  const save = (): void => {
    setChecked(true);
    if (reason.trim() !== '' && !LIMITS.some((name) => isWrong(name, draft[name]))) saving.mutate(bodyOf(draft, reason));
  };
  const wrong = (name: Limit): string | undefined => (checked && isWrong(name, draft[name]) ? wrongWords(name) : refusalAt(saving.error, name));
  return (
    <SmallForm bare save={words.save} busy={saving.isPending} trouble={troubleBesides(saving.error, [...LIMITS, 'reason'])} onSave={save} onClose={onClose}>
      <p class="soft">{words.leaveEmpty}</p>
      {LIMITS.map((name) => (
        <LimitField key={name} name={name} now={now[name]} value={draft[name]} error={wrong(name)} onChange={(value) => setDraft({ ...draft, [name]: value })} />
      ))}
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        rows={2}
        maxLength={1000}
        value={reason}
        error={checked && reason.trim() === '' ? t.clientWarnings.required : refusalAt(saving.error, 'reason')}
        onChange={setReason}
      />
    </SmallForm>
  );
}

function wrongWords(name: Limit): string {
  const { least, most } = RANGES[name];
  const words = t.clientWarnings.thresholds;
  return isWhole(name) ? words.wrongWhole(least, most) : words.wrong(least, most);
}

interface LimitFieldProps {
  name: Limit;
  /** What holds now: it stands beside the box, so that nobody has to remember it. */
  now: number;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

function LimitField({ name, now, ...field }: LimitFieldProps): JSX.Element {
  const { least, most } = RANGES[name];
  const words = t.clientWarnings.thresholds;
  return <TextField label={words.fields[name]} hint={words.range(least, most, now)} inputMode={isWhole(name) ? 'numeric' : 'text'} maxLength={4} {...field} />;
}
