/** Asking a client one questionnaire, once or on a cadence. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { ask, askingsKey, assignableQuery, type AskingBody } from '../../api/client-progress';
import { isOffline } from '../../api/problem';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { useSending } from '../../api/use-sending';
import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { AskedSelect } from '../../ui/asked-choice';
import { TextField } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { SmallForm } from '../../ui/small-form';

interface Form {
  key: string;
  cadence: AskingBody['cadence'];
  starts_on: string;
  window_days: string;
}

const bodyOf = ({ key, cadence, starts_on, window_days }: Form): AskingBody => ({
  key,
  cadence,
  starts_on: starts_on === '' ? null : starts_on,
  window_days: window_days === '' ? null : Number(window_days),
});

const SHOWN = ['key', 'starts_on', 'window_days'];

export function AskForm({ client, onClose }: { client: string; onClose: () => void }): JSX.Element {
  const known = useQuery(assignableQuery);
  const [form, setForm] = useState<Form>({ key: '', cadence: 'every_week', starts_on: '', window_days: '' });
  const [checked, setChecked] = useState(false);
  const sending = useSending((body: AskingBody) => ask(client, body), [askingsKey(client)], onClose);
  const words = t.clientProgress.ask;
  const change = (part: Partial<Form>): void => setForm({ ...form, ...part });
  const save = (): void => {
    setChecked(true);
    if (form.key !== '') sending.mutate(bodyOf(form));
  };
  return (
    <SmallForm save={words.save} busy={sending.isPending} trouble={troubleBesides(sending.error, SHOWN)} onSave={save} onClose={onClose}>
      <AskedSelect
        label={words.which}
        query={known}
        isOffline={isOffline}
        first={t.common.choose}
        // One row for each questionnaire, whatever its languages: the client gets it in theirs.
        options={(all) => [...new Map(all.map(({ key, title }) => [key, title]))].map(([value, label]) => ({ value, label }))}
        value={form.key}
        error={checked && form.key === '' ? words.required : refusalAt(sending.error, 'key')}
        onChange={(key) => change({ key })}
      />
      <SelectField label={words.cadence} options={optionsOf(words.cadences)} value={form.cadence} onChange={(cadence) => change({ cadence: cadence as Form['cadence'] })} />
      <TextField type="date" label={words.startsOn} hint={words.startsOnHint} value={form.starts_on} error={refusalAt(sending.error, 'starts_on')} onChange={(starts_on) => change({ starts_on })} />
      <TextField label={words.windowDays} hint={words.windowDaysHint} inputMode="numeric" maxLength={2} value={form.window_days} error={refusalAt(sending.error, 'window_days')} onChange={(window_days) => change({ window_days })} />
    </SmallForm>
  );
}
