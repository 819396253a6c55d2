/** A client who comes along from a day on. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { refusalAt, troubleBesides } from '../../api/refusals';
import { t } from '../../lib/strings';
import { TextField } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';
import { PersonSelect } from './person-select';

export interface Joining {
  client: string;
  from: string;
}

interface JoinFormProps {
  save: string;
  /** Undefined: it is about one day only. */
  firstDay?: string;
  sending: { mutate: (joining: Joining) => void; isPending: boolean; error: Error | null };
  onClose: () => void;
}

export function JoinForm({ save, firstDay, sending, onClose }: JoinFormProps): JSX.Element {
  const [client, setClient] = useState('');
  const [from = firstDay ?? '', setFrom] = useState<string>();
  const [checked, setChecked] = useState(false);
  const missing = (value: string): string | undefined => (checked && value === '' ? t.program.required : undefined);
  const submit = (): void => {
    setChecked(true);
    if (client !== '' && (firstDay === undefined || from !== '')) sending.mutate({ client, from });
  };
  return (
    <SmallForm bare save={save} busy={sending.isPending} trouble={troubleBesides(sending.error, ['client', 'active_from'])} onSave={submit} onClose={onClose}>
      <PersonSelect of="client" label={t.program.series.client} first={t.common.choose} value={client} error={missing(client) ?? refusalAt(sending.error, 'client')} onChange={setClient} />
      {firstDay !== undefined && <TextField type="date" label={t.program.series.memberFrom} value={from} onChange={setFrom} error={missing(from) ?? refusalAt(sending.error, 'active_from')} />}
    </SmallForm>
  );
}
