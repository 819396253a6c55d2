/** Adding one thing for a client's card to ask about. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { addDiaryTarget, clientDiaryTargetsQuery, type DiaryTargetBody } from '../../api/diary';
import { isOffline, isProblem } from '../../api/problem';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';

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
  const submit = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    if (form.label.trim() !== '' && !adding.isPending) adding.mutate({ ...form, label: form.label.trim() });
  };
  return (
    <form class="card stack-small" noValidate onSubmit={submit}>
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
      <Trouble error={adding.error} />
      <div class="moves">
        <Button look="secondary" onClick={onClose}>
          {t.common.cancel}
        </Button>
        <Button type="submit" busy={adding.isPending}>
          {t.clients.targetSave}
        </Button>
      </div>
    </form>
  );
}

function Trouble({ error }: { error: Error | null }): JSX.Element | null {
  if (!error) return null;
  return (
    <Notice tone="warm" urgent>
      {troubleOf(error)}
    </Notice>
  );
}

interface PickProps {
  label: string;
  words: Record<string, string>;
  value: string;
  onChange: (value: string) => void;
}

function Pick({ label, words, value, onChange }: PickProps): JSX.Element {
  return (
    <div>
      <p class="field-label" aria-hidden="true">
        {label}
      </p>
      <Choices compact="pills" legend={label} choices={Object.entries(words).map(([key, word]) => ({ value: key, label: word }))} value={value} onChange={onChange} />
    </div>
  );
}

export function troubleOf(error: Error): string {
  if (isOffline(error)) return `${t.common.offlineTitle}. ${t.common.tryAgain}.`;
  return isProblem(error) && error.refusal.detail ? error.refusal.detail : t.common.errorBody;
}
