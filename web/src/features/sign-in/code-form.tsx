/** The second step: six digits of an authenticator app, a recovery code, or a passkey. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { canUsePasskeys, showPasskey } from '../../api/passkey';
import { enterCode, secondSteps } from '../../api/session';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { useCode } from './use-code';

interface CodeFormProps {
  onSignedIn: () => Promise<void>;
  onStartOver: () => void;
}

export function CodeForm({ onSignedIn, onStartOver }: CodeFormProps): JSX.Element {
  const steps = secondSteps();
  const [recovery, setRecovery] = useState(!steps.includes('totp'));
  const { code, setCode, refusal, busy, submit } = useCode(async (digits) => {
    await enterCode(digits);
    await onSignedIn();
  });
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <header class="stack-small">
        <h1>{t.signIn.codeTitle}</h1>
        {!recovery && <p class="lead">{t.signIn.codeLead}</p>}
      </header>
      {steps.includes('webauthn') && canUsePasskeys() && <PasskeyStep onSignedIn={onSignedIn} />}
      <TextField
        label={recovery ? t.door.recoveryCode : t.signIn.code}
        inputMode="numeric"
        autoComplete={recovery ? 'off' : 'one-time-code'}
        maxLength={8}
        value={code}
        onChange={setCode}
        error={refusal}
      />
      <Button type="submit" wide busy={busy}>
        {t.signIn.codeButton}
      </Button>
      {steps.includes('totp') && (
        <Button look="quiet" onClick={() => setRecovery(!recovery)}>
          {recovery ? t.door.useApp : t.door.useRecovery}
        </Button>
      )}
      <Button look="quiet" onClick={onStartOver}>
        {t.signIn.startOver}
      </Button>
    </form>
  );
}

function PasskeyStep({ onSignedIn }: { onSignedIn: () => Promise<void> }): JSX.Element {
  const [refused, setRefused] = useState(false);
  const press = async (): Promise<void> => {
    setRefused(false);
    try {
      await showPasskey('authenticate');
      await onSignedIn();
    } catch {
      setRefused(true);
    }
  };
  return (
    <>
      <Button look="secondary" wide icon="lock" onClick={() => void press()}>
        {t.door.passkey}
      </Button>
      {refused && (
        <Notice tone="warm" urgent>
          {t.door.passkeyRefused}
        </Notice>
      )}
    </>
  );
}
