/** All that is known of an incident now. Saving writes a version; none is ever changed. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { RECORDS, writeBreach, type Breach, type BreachBody } from '../../api/records';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { useSending } from '../../api/use-sending';
import { t } from '../../lib/strings';
import { useOwnDay } from '../../offline/use-own-day';
import { TextArea, TextField } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { SmallForm } from '../../ui/small-form';

const LONGEST = 4000;
const TEXTS = ['what', 'nature', 'recipient', 'acquired', 'mitigated', 'reason'] as const;
const COUNTS = ['people_affected', 'most_in_one_state', 'in_massachusetts'] as const;
const DAYS = ['told_people_on', 'told_hhs_on', 'told_media_on', 'told_massachusetts_on'] as const;

const draftOf = (breach: Breach | undefined, today: string): BreachBody =>
  breach
    ? { ...Object.fromEntries([...TEXTS, ...COUNTS, ...DAYS].map((name) => [name, breach[name]])), what: breach.what, discovered_on: breach.discovered_on, decision: breach.decision, encrypted: breach.encrypted, after: breach.version }
    : { after: 0, discovered_on: today, what: '', decision: 'open' };

export function BreachForm({ breach, onClose }: { breach: Breach | undefined; onClose: () => void }): JSX.Element {
  const today = useOwnDay();
  const [draft, setDraft] = useState(() => draftOf(breach, today));
  const saving = useSending(writeBreach, [RECORDS], onClose);
  const words = t.records.breaches;
  const put = (changes: Partial<BreachBody>): void => setDraft({ ...draft, ...changes });
  const error = (name: string): string | undefined => refusalAt(saving.error, name);
  return (
    <SmallForm bare={breach !== undefined} save={words.save} busy={saving.isPending} trouble={troubleBesides(saving.error, [...TEXTS, ...COUNTS, ...DAYS, 'discovered_on'])} onSave={() => saving.mutate({ series: breach?.series, body: draft })} onClose={onClose}>
      <TextField type="date" label={words.discovered} value={draft.discovered_on} onChange={(on) => put({ discovered_on: on })} error={error('discovered_on')} />
      {TEXTS.map((name) => (
        <TextArea key={name} label={words.texts[name]} rows={2} value={draft[name] ?? ''} maxLength={LONGEST} onChange={(text) => put({ [name]: text })} error={error(name)} />
      ))}
      <SelectField label={words.decision} value={draft.decision ?? 'open'} options={Object.entries(words.decisions).map(([value, label]) => ({ value, label }))} onChange={(decision) => put({ decision: decision as Breach['decision'] })} />
      <label class="row">
        <input type="checkbox" checked={draft.encrypted ?? false} onChange={(event) => put({ encrypted: event.currentTarget.checked })} />
        <span>{words.encrypted}</span>
      </label>
      {COUNTS.map((name) => (
        <TextField key={name} inputMode="numeric" label={words.counts[name]} value={draft[name]?.toString() ?? ''} onChange={(text) => put({ [name]: /^\d+$/.test(text) ? Number(text) : null })} error={error(name)} />
      ))}
      {DAYS.map((name) => (
        <TextField key={name} type="date" label={words.days[name]} value={draft[name] ?? ''} onChange={(on) => put({ [name]: on || null })} error={error(name)} />
      ))}
    </SmallForm>
  );
}
