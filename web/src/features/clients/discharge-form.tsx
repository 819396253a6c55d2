/** Discharging a client: how it ends, and from which day. Asked for in two steps. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { discharge, type DischargeBody } from '../../api/enrolment';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { useSending } from '../../api/use-sending';
import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { SmallForm } from '../../ui/small-form';

export function DischargeForm({ client, today }: { client: string; today: string }): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <section class="card stack-small" aria-labelledby="record-discharge">
      <h2 id="record-discharge">{t.record.program.discharge}</h2>
      <p class="soft">{t.record.program.dischargeNote}</p>
      {open ? (
        <Form client={client} today={today} onClose={() => setOpen(false)} />
      ) : (
        <div>
          <Button look="quiet" onClick={() => setOpen(true)}>
            {t.record.program.discharge}
          </Button>
        </div>
      )}
    </section>
  );
}

function Form({ client, today, onClose }: { client: string; today: string; onClose: () => void }): JSX.Element {
  const [reason, setReason] = useState('');
  const [on, setOn] = useState(today);
  const [checked, setChecked] = useState(false);
  const sending = useSending((body: DischargeBody) => discharge(client, body), [['clients', client]], onClose);
  const words = t.record.program;
  const missing = (value: string): string | undefined => (checked && value === '' ? t.record.required : undefined);
  const save = (): void => {
    setChecked(true);
    if (reason !== '' && on !== '') sending.mutate({ reason: reason as DischargeBody['reason'], on });
  };
  const reasons = optionsOf(words.dischargeReasons);
  return (
    <SmallForm bare save={words.dischargeSave} busy={sending.isPending} trouble={troubleBesides(sending.error, ['reason', 'on'])} onSave={save} onClose={onClose}>
      <SelectField label={words.dischargeWhy} options={[{ value: '', label: t.common.choose }, ...reasons]} value={reason} error={missing(reason) ?? refusalAt(sending.error, 'reason')} onChange={setReason} />
      <TextField type="date" label={words.dischargeOn} value={on} error={missing(on) ?? refusalAt(sending.error, 'on')} onChange={setOn} />
    </SmallForm>
  );
}
