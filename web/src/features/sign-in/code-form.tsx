/** The second step of staff: six digits from their authenticator app. */
import type { JSX } from 'preact';

import { enterCode } from '../../api/session';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { useCode } from './use-code';

interface CodeFormProps {
  onSignedIn: () => Promise<void>;
  onStartOver: () => void;
}

export function CodeForm({ onSignedIn, onStartOver }: CodeFormProps): JSX.Element {
  const { code, setCode, refusal, busy, submit } = useCode(async (digits) => {
    await enterCode(digits);
    await onSignedIn();
  });
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <header class="stack-small">
        <h1>{t.signIn.codeTitle}</h1>
        <p class="lead">{t.signIn.codeLead}</p>
      </header>
      <TextField label={t.signIn.code} inputMode="numeric" autoComplete="one-time-code" maxLength={8} value={code} onChange={setCode} error={refusal} />
      <Button type="submit" wide busy={busy}>
        {t.signIn.codeButton}
      </Button>
      <Button look="quiet" onClick={onStartOver}>
        {t.signIn.startOver}
      </Button>
    </form>
  );
}
