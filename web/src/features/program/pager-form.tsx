/** A new pager: where it is called, for what, and under which agreement. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import type { Program } from '../../api/program';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { addPager, PAGERS, type PagerBody } from '../../api/rota';
import { useSending } from '../../api/use-sending';
import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { CheckList } from '../../ui/check-list';
import { TextField } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';

type Draft = Omit<PagerBody, 'program'>;

const EMPTY: Draft = { label: '', address: '', agreement: '', tiers: ['critical'] };

export function PagerForm({ program, onSecret }: { program: Program; onSecret: (secret: string) => void }): JSX.Element {
  const [draft, setDraft] = useState<Draft>();
  const [checked, setChecked] = useState(false);
  const close = (): void => setDraft(undefined);
  const adding = useSending(addPager, [PAGERS], (secret) => {
    close();
    onSecret(secret);
  });
  if (!draft) {
    return (
      <div>
        <Button look="secondary" icon="plus" onClick={() => setDraft(EMPTY)}>
          {t.rota.pagerAdd}
        </Button>
      </div>
    );
  }
  const wrong = (field: 'label' | 'address' | 'agreement'): string | undefined => (checked && draft[field].trim() === '' ? t.rota.required : refusalAt(adding.error, field));
  const complete = [draft.label, draft.address, draft.agreement].every((words) => words.trim() !== '') && draft.tiers.length > 0;
  const save = (): void => {
    setChecked(true);
    if (complete) adding.mutate({ ...draft, program: program.id });
  };
  const { critical, high } = t.rota.tiers;
  return (
    <SmallForm save={t.rota.pagerSave} busy={adding.isPending} trouble={troubleBesides(adding.error, Object.keys(EMPTY))} onSave={save} onClose={close}>
      <TextField label={t.rota.label} maxLength={80} value={draft.label} error={wrong('label')} onChange={(label) => setDraft({ ...draft, label })} />
      <TextField label={t.rota.address} hint={t.rota.addressHint} value={draft.address} error={wrong('address')} onChange={(address) => setDraft({ ...draft, address })} />
      <TextField label={t.rota.agreement} hint={t.rota.agreementHint} value={draft.agreement} error={wrong('agreement')} onChange={(agreement) => setDraft({ ...draft, agreement })} />
      <CheckList legend={t.rota.calledFor} options={optionsOf({ critical, high })} values={draft.tiers} onChange={(tiers) => setDraft({ ...draft, tiers: tiers as Draft['tiers'] })} error={refusalAt(adding.error, 'tiers') ?? (checked && draft.tiers.length === 0 ? t.rota.required : undefined)} />
    </SmallForm>
  );
}
