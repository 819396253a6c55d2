/** Another password: the one now, and the new one. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { changePassword } from '../../api/account';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { Part } from './part';
import { useProof } from './use-proof';

const SHORTEST = 12;

export function PasswordScreen(): JSX.Element {
  const [now, setNow] = useState('');
  const [next, setNext] = useState('');
  const [checked, setChecked] = useState(false);
  const [changed, setChanged] = useState(false);
  const { attempt, busy, error, dialog } = useProof();
  const short = next.length < SHORTEST;
  const submit = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    setChanged(false);
    if (busy || now === '' || short) return;
    void attempt(async () => {
      await changePassword({ current_password: now, new_password: next });
      setChanged(true);
      setChecked(false);
      setNow('');
      setNext('');
    });
  };
  const trouble = troubleBesides(error, ['current_password', 'new_password']);
  return (
    <Part title={t.account.newPassword} lead={t.account.newPasswordAbout}>
      <form class="stack" noValidate onSubmit={submit}>
        <TextField label={t.account.passwordNow} type="password" autoComplete="current-password" value={now} onChange={setNow} error={checked && now === '' ? t.account.passwordMissing : refusalAt(error, 'current_password')} />
        <TextField label={t.account.passwordNew} type="password" autoComplete="new-password" hint={t.account.passwordHint} value={next} onChange={setNext} error={checked && short ? t.account.passwordShort : refusalAt(error, 'new_password')} />
        {trouble !== undefined && (
          <Notice tone="warm" urgent>
            {trouble}
          </Notice>
        )}
        <p role="status">{changed && t.account.passwordChanged}</p>
        <Button type="submit" wide busy={busy}>
          {t.account.passwordButton}
        </Button>
      </form>
      {dialog}
    </Part>
  );
}
