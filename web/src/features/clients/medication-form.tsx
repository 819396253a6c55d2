/** Putting a medication on the list or changing it, in the prescriber's words. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { clientMedicationsKey, saveMedication, type MedicationBody } from '../../api/client-medications';
import type { Medication } from '../../api/medications';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { useSending } from '../../api/use-sending';
import { weekdayName } from '../../lib/medication-times';
import { language, t } from '../../lib/strings';
import { CheckList } from '../../ui/check-list';
import { TextField } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';
import { Switch } from '../../ui/switch';
import { bodyOf, draftOf, readTimes, type MedicationDraft } from './medication-draft';

interface MedicationFormProps {
  client: string;
  /** Undefined: a new one. */
  medication: Medication | undefined;
  onClose: () => void;
}

const FIELDS = ['name', 'dose_text', 'prescriber', 'times', 'weekdays', 'refill_on', 'active_from'];

export function MedicationForm({ client, medication, onClose }: MedicationFormProps): JSX.Element {
  const [draft, setDraft] = useState(() => draftOf(medication));
  const [checked, setChecked] = useState(false);
  const stale = [clientMedicationsKey(client), ...(medication ? [['medications', medication.id]] : [])];
  const saving = useSending((body: MedicationBody) => saveMedication(client, medication?.id, body), stale, onClose);
  const change = (part: Partial<MedicationDraft>): void => setDraft({ ...draft, ...part });
  const save = (): void => {
    setChecked(true);
    const body = bodyOf(draft, medication === undefined);
    if (body) saving.mutate(body);
  };
  const wrong = (field: string, value = 'given'): string | undefined => (checked && value.trim() === '' ? t.record.required : refusalAt(saving.error, field));
  const words = t.record.medications;
  return (
    <SmallForm save={words.save} busy={saving.isPending} trouble={troubleBesides(saving.error, FIELDS)} onSave={save} onClose={onClose}>
      <h3>{medication ? words.editNamed(medication.name) : words.add}</h3>
      <TextField label={words.name} maxLength={120} value={draft.name} error={wrong('name', draft.name)} onChange={(name) => change({ name })} />
      <TextField label={words.dose} hint={words.doseHint} maxLength={300} value={draft.dose} error={wrong('dose_text', draft.dose)} onChange={(dose) => change({ dose })} />
      <TextField label={words.prescriber} maxLength={120} value={draft.prescriber} error={wrong('prescriber')} onChange={(prescriber) => change({ prescriber })} />
      <Times draft={draft} wrong={wrong} change={change} checked={checked} />
      <TextField type="date" label={words.refill} value={draft.refill} error={wrong('refill_on')} onChange={(refill) => change({ refill })} />
      {!medication && <TextField type="date" label={words.from} value={draft.from} error={wrong('active_from')} onChange={(from) => change({ from })} />}
      <Switch label={words.mat} on={draft.isMat} meaning={draft.isMat ? words.matOn : words.matOff} onChange={(isMat) => change({ isMat })} />
    </SmallForm>
  );
}

interface TimesProps {
  draft: MedicationDraft;
  checked: boolean;
  wrong: (field: string) => string | undefined;
  change: (part: Partial<MedicationDraft>) => void;
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];

function Times({ draft: { asNeeded, times, weekdays }, checked, wrong, change }: TimesProps): JSX.Element {
  const words = t.record.medications;
  const unread = checked && readTimes(times) === undefined;
  return (
    <>
      <Switch label={words.asNeeded} on={asNeeded} meaning={asNeeded ? words.asNeededOn : words.asNeededOff} onChange={(on) => change({ asNeeded: on })} />
      {!asNeeded && (
        <>
          <TextField label={words.times} hint={words.timesHint} maxLength={80} value={times} error={unread ? words.timesWrong : wrong('times')} onChange={(value) => change({ times: value })} />
          <CheckList
            legend={words.weekdays}
            options={WEEK.map((day) => ({ value: String(day), label: weekdayName(day, language) }))}
            values={weekdays}
            error={wrong('weekdays')}
            onChange={(values) => change({ weekdays: values })}
          />
          <p class="field-hint">{words.weekdaysHint}</p>
        </>
      )}
    </>
  );
}
