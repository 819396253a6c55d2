/** Opening an alert again, or lowering a critical one: both need a reason in words. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { t } from '../../lib/strings';
import { TextArea } from '../../ui/field';
import { FormFrame } from './form-frame';

interface ReasonFormProps {
  words: { title: string; reason: string; hint: string; save: string };
  busy: boolean;
  onCancel: () => void;
  onSave: (reason: string) => void;
}

export function ReasonForm({ words, busy, onCancel, onSave }: ReasonFormProps): JSX.Element {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const save = (): void => {
    setAsked(true);
    if (reason.trim()) onSave(reason.trim());
  };
  return (
    <FormFrame title={words.title} save={words.save} busy={busy} onSave={save} onCancel={onCancel}>
      <TextArea label={words.reason} hint={words.hint} value={reason} onChange={setReason} error={asked && !reason.trim() ? t.alerts.required : undefined} />
    </FormFrame>
  );
}
