/** The password, a code or a passkey once more, before a change. None of them is kept. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { t } from '../lib/strings';
import { Button } from './button';
import { Dialog } from './dialog';
import { TextField } from './field';

/** What is shown: one of the two, or, with neither, a passkey. */
export type Showing = { password: string } | { code: string } | Record<string, never>;

export interface ProofQuestion {
  /** What this person can show beside the password. */
  passkey: boolean;
  code: boolean;
  /** Why what was shown does not do. */
  refusal: string | undefined;
  busy: boolean;
  onShow: (showing: Showing) => void;
  onClose: () => void;
}

export function ProofDialog({ passkey, code, refusal, busy, onShow, onClose }: ProofQuestion): JSX.Element {
  const [withCode, setWithCode] = useState(false);
  const [secret, setSecret] = useState('');
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!busy) onShow(withCode ? { code: secret.replace(/\s/g, '') } : { password: secret });
  };
  const other = (): void => {
    setWithCode(!withCode);
    setSecret('');
  };
  return (
    <Dialog title={t.proof.title} onClose={onClose}>
      <form class="stack" noValidate onSubmit={submit}>
        <p>{t.proof.lead}</p>
        <Secret withCode={withCode} value={secret} error={refusal} onChange={setSecret} />
        <Button type="submit" wide busy={busy}>
          {t.proof.go}
        </Button>
        {passkey && (
          <Button look="secondary" wide icon="lock" busy={busy} onClick={() => onShow({})}>
            {t.proof.passkey}
          </Button>
        )}
        {code && (
          <Button look="quiet" onClick={other}>
            {withCode ? t.proof.withPassword : t.proof.withCode}
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
  if (withCode) return <TextField key="code" label={t.proof.code} inputMode="numeric" autoComplete="one-time-code" maxLength={12} {...field} />;
  return <TextField key="password" label={t.proof.password} type="password" autoComplete="current-password" {...field} />;
}
