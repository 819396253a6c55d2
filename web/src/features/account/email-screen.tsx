/** Another e-mail address: a code goes to it first, and only with it something changes. */
import { useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { changeEmail, confirmEmail } from '../../api/account';
import { meQuery } from '../../api/queries';
import { t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Part } from './part';
import { useProof } from './use-proof';

export function EmailScreen(): JSX.Element {
  const { me } = useDevice();
  const [asked, setAsked] = useState('');
  const [changed, setChanged] = useState(false);
  const done = (): void => {
    setChanged(true);
    setAsked('');
  };
  return (
    <Part title={t.account.email} lead={t.account.emailLead}>
      <p role="status">{changed && t.account.emailChanged}</p>
      {!changed && asked === '' && <Ask now={me.email} onAsked={setAsked} />}
      {asked !== '' && <Confirm email={asked} onDone={done} onAnother={() => setAsked('')} />}
    </Part>
  );
}

function Ask({ now, onAsked }: { now: string; onAsked: (email: string) => void }): JSX.Element {
  const [email, setEmail] = useState('');
  const [missing, setMissing] = useState(false);
  const { attempt, busy, trouble, dialog } = useProof();
  const submit = (event: Event): void => {
    event.preventDefault();
    const address = email.trim();
    setMissing(address === '');
    if (address === '' || busy) return;
    void attempt(async () => {
      await changeEmail(address);
      onAsked(address);
    });
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <dl class="facts">
        <dt>{t.account.emailNow}</dt>
        <dd class="strong">{now}</dd>
      </dl>
      <TextField label={t.account.emailNew} type="email" autoComplete="email" inputMode="email" value={email} onChange={setEmail} error={missing ? t.account.emailMissing : trouble} />
      <Button type="submit" wide busy={busy}>
        {t.account.emailSend}
      </Button>
      {dialog}
    </form>
  );
}

interface ConfirmProps {
  email: string;
  onDone: () => void;
  onAnother: () => void;
}

function Confirm({ email, onDone, onAnother }: ConfirmProps): JSX.Element {
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const queries = useQueryClient();
  const { attempt, busy, trouble, dialog } = useProof();
  const submit = (event: Event): void => {
    event.preventDefault();
    setMissing(code.trim() === '');
    if (code.trim() === '' || busy) return;
    void attempt(async () => {
      await confirmEmail(code.trim());
      onDone();
      await queries.invalidateQueries({ queryKey: meQuery.queryKey });
    });
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <p>{t.account.emailCodeLead(email)}</p>
      <TextField label={t.account.emailCode} autoComplete="one-time-code" maxLength={20} value={code} onChange={setCode} error={missing ? t.account.emailCodeMissing : trouble} />
      <Button type="submit" wide busy={busy}>
        {t.account.emailButton}
      </Button>
      <Button look="quiet" onClick={onAnother}>
        {t.account.emailAnother}
      </Button>
      {dialog}
    </form>
  );
}
