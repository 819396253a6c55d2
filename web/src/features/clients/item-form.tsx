/** Adding one thing for a client's check-in to ask about, or giving it other words or another scale. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import type { PersonalItem } from '../../api/check-in-form';
import { addItem, changeItem, clientItemsQuery, type ItemBody } from '../../api/client-check-ins';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { t } from '../../lib/strings';
import { TextField } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';
import { Pick } from './pick';

interface ItemFormProps {
  client: string;
  /** The item to change; absent: a new one. */
  item?: PersonalItem;
  onClose: () => void;
}

const LONGEST = { label: 120, why: 280 };
const SHOWN = ['label', 'why'];

export function ItemForm({ client, item, onClose }: ItemFormProps): JSX.Element {
  const [form, setForm] = useState<ItemBody>(() => bodyFrom(item));
  const [checked, setChecked] = useState(false);
  const saving = useSavingItem(client, item, onClose);
  const change = (part: Partial<ItemBody>): void => setForm((now) => ({ ...now, ...part }));
  const save = (): void => {
    setChecked(true);
    if (form.label.trim() !== '') saving.mutate(wellFormed(form));
  };
  const words = t.clientCheckIns;
  return (
    <SmallForm save={item ? words.saveChange : words.save} busy={saving.isPending} trouble={troubleBesides(saving.error, SHOWN)} onSave={save} onClose={onClose}>
      <TextField
        label={words.label}
        hint={words.labelHint}
        maxLength={LONGEST.label}
        value={form.label}
        onChange={(label) => change({ label })}
        error={checked && form.label.trim() === '' ? words.required : refusalAt(saving.error, 'label')}
      />
      <KindOf form={form} fixed={item !== undefined} onChange={change} />
      <Pick label={words.scale} words={words.scales} value={form.scale} onChange={(scale) => change({ scale: scale as ItemBody['scale'] })} />
      <TextField label={words.why} hint={words.whyHint} maxLength={LONGEST.why} value={form.why ?? ''} onChange={(why) => change({ why })} error={refusalAt(saving.error, 'why')} />
      {item && <p class="soft small">{words.changeMeans}</p>}
    </SmallForm>
  );
}

interface KindOfProps {
  form: ItemBody;
  fixed: boolean;
  onChange: (part: Partial<ItemBody>) => void;
}

function KindOf({ form, fixed, onChange }: KindOfProps): JSX.Element {
  const words = t.clientCheckIns;
  return (
    <>
      {fixed ? <p class="soft small">{words.kindStays(words.kinds[form.kind])}</p> : <Pick label={words.kind} words={words.kinds} value={form.kind} onChange={(kind) => onChange({ kind: kind as ItemBody['kind'] })} />}
      {form.kind === 'urge' && (
        <>
          <Pick label={words.toward} words={words.towards} value={form.toward ?? ''} onChange={(toward) => onChange({ toward: toward as NonNullable<ItemBody['toward']> })} />
          <p class="soft small">{words.urgeAsks}</p>
        </>
      )}
    </>
  );
}

function bodyFrom(item: PersonalItem | undefined): ItemBody {
  if (!item) return { label: '', kind: 'urge', scale: '0-10', toward: 'use', why: '' };
  const { label, kind, scale, toward, why } = item;
  return { label, kind, scale, toward, why };
}

/** Only an urge is toward something. */
const wellFormed = ({ label, why = '', toward = '', ...rest }: ItemBody): ItemBody => ({
  ...rest,
  label: label.trim(),
  why: why.trim(),
  toward: rest.kind === 'urge' ? toward : '',
});

function useSavingItem(client: string, item: PersonalItem | undefined, onSaved: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, ...body }: ItemBody) => (item ? changeItem(client, item.item, body) : addItem(client, { kind, ...body })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: clientItemsQuery(client).queryKey });
      onSaved();
    },
  });
}
