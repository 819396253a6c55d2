/** Adding one thing for a client's card to ask about. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { addDiaryTarget, clientDiaryTargetsQuery, type DiaryTargetBody } from '../../api/diary';
import { sentenceOf } from '../../api/trouble';
import { t } from '../../lib/strings';
import { TextField } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';
import { Pick } from './pick';

export function TargetForm({ client, onClose }: { client: string; onClose: () => void }): JSX.Element {
  const queries = useQueryClient();
  const [form, setForm] = useState<DiaryTargetBody>({ label: '', kind: 'urge', scale: '0-5' });
  const [checked, setChecked] = useState(false);
  const adding = useMutation({
    mutationFn: (body: DiaryTargetBody) => addDiaryTarget(client, body),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: clientDiaryTargetsQuery(client).queryKey });
      onClose();
    },
  });
  const save = (): void => {
    setChecked(true);
    if (form.label.trim() !== '') adding.mutate({ ...form, label: form.label.trim() });
  };
  return (
    <SmallForm save={t.clients.targetSave} busy={adding.isPending} trouble={adding.error ? sentenceOf(adding.error) : undefined} onSave={save} onClose={onClose}>
      <TextField
        label={t.clients.targetLabel}
        hint={t.clients.targetHint}
        maxLength={120}
        value={form.label}
        onChange={(label) => setForm({ ...form, label })}
        error={checked && form.label.trim() === '' ? t.clients.required : undefined}
      />
      <Pick label={t.clients.targetKind} words={t.clients.targetKinds} value={form.kind} onChange={(kind) => setForm({ ...form, kind: kind as DiaryTargetBody['kind'] })} />
      <Pick label={t.clients.targetScale} words={t.clients.targetScales} value={form.scale} onChange={(scale) => setForm({ ...form, scale: scale as DiaryTargetBody['scale'] })} />
    </SmallForm>
  );
}
