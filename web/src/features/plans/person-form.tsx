/** Adding a support person, or changing one. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { saveSupportPerson, supportPeopleQuery, type SupportPerson, type SupportPersonBody } from '../../api/plans';
import { sentenceOf } from '../../api/trouble';
import { isPhone } from '../../lib/plan-steps';
import { t } from '../../lib/strings';
import { Choices } from '../../ui/choices';
import { TextField } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';

interface PersonFormProps {
  /** Undefined: somebody new. */
  person: SupportPerson | undefined;
  onClose: () => void;
}

type Helps = SupportPerson['can_help_with'];
const HELPS: readonly Helps[] = ['distract', 'talk', 'both'];

export function PersonForm({ person, onClose }: PersonFormProps): JSX.Element {
  const queries = useQueryClient();
  const [form, setForm] = useState(() => formOf(person));
  const [checked, setChecked] = useState(false);
  const saving = useMutation({
    mutationFn: (body: SupportPersonBody) => saveSupportPerson(person?.id, body),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: supportPeopleQuery.queryKey });
      onClose();
    },
  });
  const set = (part: Partial<Form>): void => setForm({ ...form, ...part });
  const save = (): void => {
    setChecked(true);
    if (!hasFault(form)) saving.mutate(form);
  };
  const missing = (value: string): string | undefined => (checked && value.trim() === '' ? t.plan.people.required : undefined);
  return (
    <SmallForm bare save={t.plan.people.save} busy={saving.isPending} trouble={saving.error ? sentenceOf(saving.error, t.plan.saveOffline) : undefined} onSave={save} onClose={onClose}>
      <h2>{person ? t.plan.people.edit(person.name) : t.plan.people.add}</h2>
      <TextField label={t.plan.people.name} maxLength={120} value={form.name} onChange={(name) => set({ name })} error={missing(form.name)} />
      <TextField label={t.plan.people.relationship} hint={t.plan.people.relationshipHint} maxLength={60} value={form.relationship} onChange={(relationship) => set({ relationship })} error={missing(form.relationship)} />
      <TextField type="tel" label={t.plan.people.phone} maxLength={30} value={form.phone} onChange={(phone) => set({ phone })} error={missing(form.phone) ?? badPhone(checked, form)} />
      <TextField label={t.plan.people.place} hint={t.plan.optional} maxLength={200} value={form.place} onChange={(place) => set({ place })} />
      <Choices legend={t.plan.people.helps} choices={HELPS.map((value) => ({ value, label: t.plan.people.helpsWith[value] }))} value={form.can_help_with} onChange={(value) => set({ can_help_with: value as Helps })} />
    </SmallForm>
  );
}

interface Form {
  name: string;
  relationship: string;
  phone: string;
  place: string;
  can_help_with: Helps;
}

function formOf(person: SupportPerson | undefined): Form {
  if (!person) return { name: '', relationship: '', phone: '', place: '', can_help_with: 'both' };
  const { name, relationship, phone, place, can_help_with } = person;
  return { name, relationship, phone, place, can_help_with };
}

const hasFault = ({ name, relationship, phone }: Form): boolean => !name.trim() || !relationship.trim() || !isPhone(phone.trim());

const badPhone = (checked: boolean, { phone }: Form): string | undefined => (checked && !isPhone(phone.trim()) ? t.plan.badPhone : undefined);
