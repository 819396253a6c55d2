/** Writing a referral, or changing what it says. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { referralsQuery, saveReferral, type Referral, type ReferralBody } from '../../api/case-work';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { useSending } from '../../api/use-sending';
import { deviceTimezone, localDay, minuteOfDay } from '../../lib/dates';
import { fieldOfMinute, minuteOfField } from '../../lib/minutes';
import { t } from '../../lib/strings';
import { momentAt } from '../../lib/wall-clock';
import { TextField } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';
import { ownedBody, OwnerFields, type Owned } from './owner-fields';

interface ReferralFormProps {
  client: string;
  /** Undefined: a new one. */
  referral: Referral | undefined;
  onClose: () => void;
}

interface Form extends Owned {
  to: string;
  purpose: string;
  phone: string;
  day: string;
  time: string;
}

const EMPTY: Form = { to: '', purpose: '', phone: '', owner: '', due: '', shown: false, day: '', time: '' };

function formOf(referral: Referral | undefined): Form {
  if (!referral) return EMPTY;
  const { to, purpose, phone, owner, due_on: due, for_client: shown, appointment_at: appointment } = referral;
  const moment = appointment === null ? undefined : new Date(appointment);
  const zone = deviceTimezone();
  return { to, purpose, phone, owner: owner.id, due: due ?? '', shown, day: moment ? localDay(moment, zone) : '', time: moment ? fieldOfMinute(minuteOfDay(moment, zone)) : '' };
}

/** The appointment, when it has both a day and a time. */
function appointmentOf({ day, time }: Form): string | null {
  const minute = minuteOfField(time);
  return day === '' || minute === undefined ? null : momentAt(day, minute, deviceTimezone());
}

const FIELDS = ['to', 'purpose', 'phone', 'owner_id', 'due_on', 'appointment_at'];

export function ReferralForm({ client, referral, onClose }: ReferralFormProps): JSX.Element {
  const [form, setForm] = useState(() => formOf(referral));
  const [checked, setChecked] = useState(false);
  const saving = useSending((body: ReferralBody) => saveReferral(client, referral?.id, body), [referralsQuery(client).queryKey], onClose);
  const wrong = (field: string): string | undefined => refusalAt(saving.error, field);
  const change = (part: Partial<Form>): void => setForm({ ...form, ...part });
  const half = (form.day === '') !== (form.time === '');
  const save = (): void => {
    setChecked(true);
    const { to, purpose, phone } = form;
    if (to.trim() === '' || half) return;
    saving.mutate({ to: to.trim(), purpose: purpose.trim(), phone: phone.trim(), appointment_at: appointmentOf(form), ...ownedBody(form, client), ...(referral && { state: referral.state }) });
  };
  const missing = (isMissing: boolean): string | undefined => (checked && isMissing ? t.record.required : undefined);
  const words = t.record.referrals;
  return (
    <SmallForm save={words.save} busy={saving.isPending} trouble={troubleBesides(saving.error, FIELDS)} onSave={save} onClose={onClose}>
      <h3>{referral ? words.edit(referral.to) : words.add}</h3>
      <TextField label={words.to} maxLength={200} value={form.to} error={missing(form.to.trim() === '') ?? wrong('to')} onChange={(to) => change({ to })} />
      <TextField label={words.purpose} maxLength={300} value={form.purpose} error={wrong('purpose')} onChange={(purpose) => change({ purpose })} />
      <TextField type="tel" label={words.phone} maxLength={40} value={form.phone} error={wrong('phone')} onChange={(phone) => change({ phone })} />
      <TextField type="date" label={words.appointmentDay} value={form.day} error={missing(half && form.day === '') ?? wrong('appointment_at')} onChange={(day) => change({ day })} />
      <TextField type="time" label={words.appointmentTime} value={form.time} error={missing(half && form.time === '')} onChange={(time) => change({ time })} />
      <OwnerFields client={client} owned={form} wrong={wrong} change={change} />
    </SmallForm>
  );
}
