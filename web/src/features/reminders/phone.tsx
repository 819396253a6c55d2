/** The phone that texts go to: a number, the person's yes, and the code that shows it is theirs. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { addPhone, confirmPhone, contactPointsQuery, removeContactPoint, type ContactPoint } from '../../api/reminders';
import { sentenceOf } from '../../api/trouble';
import { useProof } from '../../api/use-proof';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { ProofDialog } from '../../ui/proof-dialog';

const FEWEST_DIGITS = 7;

export function Phone({ points }: { points: readonly ContactPoint[] }): JSX.Element {
  const living = points.filter(({ retired_at }) => retired_at === null);
  const ready = living.find(({ active }) => active);
  const asked = living.find(({ active }) => !active);
  return (
    <div class="stack-small reach">
      <h3>{t.reminders.phone.title}</h3>
      {ready ? <Ready point={ready} /> : <AskNumber />}
      {!ready && asked && <AskCode key={asked.id} point={asked} />}
    </div>
  );
}

const useFresh = (): (() => Promise<void>) => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: contactPointsQuery.queryKey });
};

function Trouble({ sentence }: { sentence: string | undefined }): JSX.Element | null {
  if (sentence === undefined) return null;
  return (
    <Notice tone="warm" urgent>
      {sentence}
    </Notice>
  );
}

function Ready({ point }: { point: ContactPoint }): JSX.Element {
  const fresh = useFresh();
  const { attempt, busy, trouble, question } = useProof();
  const remove = async (): Promise<void> => {
    await removeContactPoint(point.id);
    await fresh();
  };
  return (
    <>
      <div class="row row-apart">
        <span>{t.reminders.phone.confirmed(point.shown)}</span>
        <Button look="quiet" busy={busy} onClick={() => void attempt(remove)}>
          {t.reminders.phone.remove}
        </Button>
      </div>
      <Trouble sentence={trouble} />
      {question && <ProofDialog {...question} />}
    </>
  );
}

function AskNumber(): JSX.Element {
  const fresh = useFresh();
  const { phone } = t.reminders;
  const [number, setNumber] = useState('');
  const [agreed, setAgreed] = useState(false);
  const [checked, setChecked] = useState(false);
  const { attempt, busy, trouble, question } = useProof();
  const add = async (): Promise<void> => {
    await addPhone(number.trim());
    await fresh();
  };
  const short = number.replace(/\D/g, '').length < FEWEST_DIGITS;
  const submit = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    if (!short && agreed && !busy) void attempt(add);
  };
  return (
    <>
      <form class="stack-small" noValidate onSubmit={submit}>
        <p class="soft">{phone.lead}</p>
        <TextField type="tel" inputMode="tel" autoComplete="tel" label={phone.number} maxLength={30} value={number} onChange={setNumber} error={checked && short ? phone.needNumber : undefined} />
        <label class="agree">
          <input type="checkbox" checked={agreed} onChange={(event) => setAgreed(event.currentTarget.checked)} />
          <span>{phone.agree}</span>
        </label>
        <p class="soft small">{phone.terms}</p>
        <Trouble sentence={checked && !agreed ? phone.needAgree : trouble} />
        <div>
          <Button type="submit" look="secondary" busy={busy}>
            {phone.send}
          </Button>
        </div>
      </form>
      {question && <ProofDialog {...question} />}
    </>
  );
}

function AskCode({ point }: { point: ContactPoint }): JSX.Element {
  const fresh = useFresh();
  const { phone } = t.reminders;
  const [code, setCode] = useState('');
  const confirming = useMutation({
    mutationFn: () => confirmPhone(point.id, code.trim()),
    onSuccess: ({ verified }) => (verified ? fresh() : undefined),
  });
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!confirming.isPending) confirming.mutate();
  };
  const wrong = confirming.data && !confirming.data.verified ? phone.wrong(confirming.data.attempts_left) : undefined;
  return (
    <form class="stack-small" noValidate onSubmit={submit}>
      <TextField inputMode="numeric" autoComplete="one-time-code" label={phone.code} hint={phone.sentTo(point.shown)} maxLength={6} value={code} onChange={setCode} error={wrong} />
      <Trouble sentence={confirming.error ? sentenceOf(confirming.error) : undefined} />
      <div>
        <Button type="submit" busy={confirming.isPending}>
          {phone.confirm}
        </Button>
      </div>
    </form>
  );
}
