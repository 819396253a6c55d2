/** The form that asks for a call. What was typed stays until it was received. */
import { useMutation } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/compat';

import { askLeave, requestCall, type BestTime, type CallRequest, type Leave } from '../../api/admissions';
import { isProblem } from '../../api/problem';
import { language, t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { faultsIn, type CallFaults } from './call-faults';
import { NotForPeople } from './not-for-people';

const LONGEST_NAME = 120;
const HOWS = ['phone', 'email'] as const;
const TIMES: readonly BestTime[] = ['any', 'morning', 'afternoon', 'evening'];
const EMPTY: CallRequest = { name: '', phone: '', email: '', best_time: 'any', language: 'en', website: '' };

export function CallForm({ onDone }: { onDone: () => void }): JSX.Element {
  const leave = useLeave();
  const [how, setHow] = useState<(typeof HOWS)[number]>('phone');
  const [form, setForm] = useState(EMPTY);
  const [checked, setChecked] = useState(false);
  const sending = useMutation({ mutationFn: (request: CallRequest) => requestCall(request, leave), onSuccess: onDone });
  const set = (part: Partial<CallRequest>): void => setForm({ ...form, ...part });
  // What stands in the field that was put away is not meant.
  const meant = { ...form, language, [how === 'phone' ? 'email' : 'phone']: '' };
  const faults = checked ? faultsIn(meant, how, sending.error) : {};
  const submit = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(faultsIn(meant, how, null)).length === 0 && !sending.isPending) sending.mutate(meant);
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <TextField label={t.about.call.name} hint={t.about.call.nameHint} autoComplete="name" maxLength={LONGEST_NAME} value={form.name} onChange={(name) => set({ name })} error={faults.name} />
      <Choices legend={t.about.call.how} compact="segments" choices={HOWS.map((value) => ({ value, label: t.about.call.hows[value] }))} value={how} onChange={(value) => setHow(value as typeof how)} />
      {how === 'phone' ? (
        <TextField type="tel" inputMode="tel" label={t.about.call.phone} autoComplete="tel" maxLength={30} value={form.phone} onChange={(phone) => set({ phone })} error={faults.phone} />
      ) : (
        <TextField type="email" inputMode="email" label={t.about.call.email} autoComplete="email" maxLength={254} value={form.email} onChange={(email) => set({ email })} error={faults.email} />
      )}
      <div class="stack-small">
        <p class="field-label" aria-hidden="true">
          {t.about.call.time}
        </p>
        <Choices legend={t.about.call.time} compact="pills" choices={TIMES.map((value) => ({ value, label: t.about.call.times[value] }))} value={form.best_time} onChange={(value) => set({ best_time: value as BestTime })} />
      </div>
      <NotForPeople value={form.website} onChange={(website) => set({ website })} />
      <p class="soft small">{t.about.call.private}</p>
      <Trouble error={sending.error} faults={faults} />
      <Button type="submit" wide busy={sending.isPending}>
        {sending.isPending ? t.about.call.sending : t.about.call.send}
      </Button>
    </form>
  );
}

/** Asked for when the form opens; without an answer it is asked for again when the form is sent. */
function useLeave(): Leave | undefined {
  const [leave, setLeave] = useState<Leave>();
  useEffect(() => {
    askLeave().then(setLeave, () => undefined);
  }, []);
  return leave;
}

function Trouble({ error, faults }: { error: Error | null; faults: CallFaults }): JSX.Element | null {
  if (!error || Object.keys(faults).length > 0) return null;
  return (
    <Notice tone="warm" urgent>
      {sentenceFor(error)}
    </Notice>
  );
}

function sentenceFor(error: Error): string {
  if (!isProblem(error)) return t.about.call.failed;
  if (error.isOffline) return t.about.call.offline;
  return error.status === 429 ? t.about.call.tooMany : t.about.call.failed;
}
