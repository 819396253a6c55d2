/** A clinician's yes or no to a proposed step, with the reason that goes into the record. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { acceptStep, declineStep, proposalsKey, type AcceptBody, type Proposal } from '../../api/client-progress';
import { clientQuery } from '../../api/clients';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { useSending } from '../../api/use-sending';
import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { TextArea, TextField } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { SmallForm } from '../../ui/small-form';

interface AnswerProps {
  client: string;
  proposal: Proposal;
  onClose: () => void;
}

type Reason = AcceptBody['reason'];

export function AcceptForm({ client, proposal: { id, direction }, onClose }: AnswerProps): JSX.Element {
  const [reason, setReason] = useState<Reason>(direction === 'up' ? 'needs_more_support' : 'needs_less_support');
  const [note, setNote] = useState('');
  const [day, setDay] = useState('');
  const [checked, setChecked] = useState(false);
  const sending = useSending((body: AcceptBody) => acceptStep(id, body), [proposalsKey(client), clientQuery(client).queryKey], onClose);
  const words = t.clientProgress.step;
  const save = (): void => {
    setChecked(true);
    if (note.trim() !== '') sending.mutate({ reason, note: note.trim(), effective_on: day === '' ? null : day });
  };
  return (
    <SmallForm bare save={words.acceptSave} busy={sending.isPending} trouble={troubleBesides(sending.error, ['note', 'effective_on'])} onSave={save} onClose={onClose}>
      <SelectField label={words.reason} options={optionsOf(words.reasons)} value={reason} onChange={(value) => setReason(value as Reason)} />
      <TextArea label={words.note} hint={words.noteHint} maxLength={2000} value={note} error={checked && note.trim() === '' ? t.clients.required : refusalAt(sending.error, 'note')} onChange={setNote} />
      <TextField type="date" label={words.from} hint={words.fromHint} value={day} error={refusalAt(sending.error, 'effective_on')} onChange={setDay} />
    </SmallForm>
  );
}

export function DeclineForm({ client, proposal: { id }, onClose }: AnswerProps): JSX.Element {
  const [note, setNote] = useState('');
  const [checked, setChecked] = useState(false);
  const sending = useSending((words: string) => declineStep(id, words), [proposalsKey(client)], onClose);
  const words = t.clientProgress.step;
  const save = (): void => {
    setChecked(true);
    if (note.trim() !== '') sending.mutate(note.trim());
  };
  return (
    <SmallForm bare save={words.declineSave} busy={sending.isPending} trouble={troubleBesides(sending.error, ['note'])} onSave={save} onClose={onClose}>
      <TextArea label={words.declineNote} maxLength={2000} value={note} error={checked && note.trim() === '' ? t.clients.required : refusalAt(sending.error, 'note')} onChange={setNote} />
    </SmallForm>
  );
}
