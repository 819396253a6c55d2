/** The password, a code or a passkey once more, before a change. None of them is kept. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { factorsQuery, proveCode, provePassword } from '../../api/account';
import { canUsePasskeys, showPasskey, wasStopped } from '../../api/passkey';
import { isOffline } from '../../api/problem';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';

interface ProofDialogProps {
  onProven: () => Promise<void>;
  onClose: () => void;
}

export function ProofDialog({ onProven, onClose }: ProofDialogProps): JSX.Element {
  const [withCode, setWithCode] = useState(false);
  const [secret, setSecret] = useState('');
  const { refusal, busy, attempt } = useShowing(onProven);
  const factors = useQuery(factorsQuery).data ?? [];
  const has = (type: string): boolean => factors.some((factor) => factor.type === type);
  const submit = (event: Event): void => {
    event.preventDefault();
    void attempt(() => (withCode ? proveCode(secret.replace(/\s/g, '')) : provePassword(secret)));
  };
  const other = (): void => {
    setWithCode(!withCode);
    setSecret('');
  };
  return (
    <Dialog title={t.account.proveTitle} onClose={onClose}>
      <form class="stack" noValidate onSubmit={submit}>
        <p>{t.account.proveLead}</p>
        <Secret withCode={withCode} value={secret} error={refusal} onChange={setSecret} />
        <Button type="submit" wide busy={busy}>
          {t.account.prove}
        </Button>
        {has('webauthn') && canUsePasskeys() && (
          <Button look="secondary" wide icon="lock" busy={busy} onClick={() => void attempt(() => showPasskey('reauthenticate'))}>
            {t.account.provePasskey}
          </Button>
        )}
        {has('totp') && (
          <Button look="quiet" onClick={other}>
            {withCode ? t.account.proveWithPassword : t.account.proveWithCode}
          </Button>
        )}
        <Button look="quiet" onClick={onClose}>
          {t.common.cancel}
        </Button>
      </form>
    </Dialog>
  );
}

interface SecretProps {
  withCode: boolean;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

function Secret({ withCode, ...field }: SecretProps): JSX.Element {
  if (withCode) return <TextField key="code" label={t.account.code} inputMode="numeric" autoComplete="one-time-code" maxLength={12} {...field} />;
  return <TextField key="password" label={t.account.password} type="password" autoComplete="current-password" {...field} />;
}

function useShowing(onProven: () => Promise<void>) {
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const attempt = async (show: () => Promise<unknown>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setRefusal(undefined);
    try {
      await show();
      await onProven();
    } catch (error) {
      if (!wasStopped(error)) setRefusal(isOffline(error) ? t.account.offlineBody : t.account.proveWrong);
    } finally {
      setBusy(false);
    }
  };
  return { refusal, busy, attempt };
}
