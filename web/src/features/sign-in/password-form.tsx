/** E-mail and password, with a plain sentence for each way it can fail. */
import type { JSX } from 'preact';
import { useState, useSyncExternalStore } from 'preact/compat';

import { isProblem } from '../../api/problem';
import { confirmCookie, owesSignOut, payOwedSignOut, signIn } from '../../api/session';
import { t } from '../../lib/strings';
import { onPhone, readPhone } from '../../offline/phone';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { SharedPhone } from './shared-phone';

interface PasswordFormProps {
  onSignedIn: () => Promise<void>;
  onCodeNeeded: () => void;
}

export function PasswordForm({ onSignedIn, onCodeNeeded }: PasswordFormProps): JSX.Element {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const { refusal, busy, attempt } = useAttempt();
  // A shared phone is not asked to remember who was here.
  const { shared } = useSyncExternalStore(onPhone, readPhone);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    await attempt(email.trim() !== '' && password !== '', async () => {
      if (owesSignOut()) await payOwedSignOut();
      await confirmCookie();
      if ((await signIn(email.trim(), password)) === 'code_needed') onCodeNeeded();
      else await onSignedIn();
    });
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <TextField label={t.signIn.email} type="email" autoComplete={shared ? 'off' : 'username webauthn'} inputMode="email" value={email} onChange={setEmail} />
      <div class="stack-small">
        <TextField label={t.signIn.password} type={shown ? 'text' : 'password'} autoComplete={shared ? 'off' : 'current-password'} value={password} onChange={setPassword} />
        <label class="tick">
          <input type="checkbox" checked={shown} onChange={() => setShown(!shown)} />
          <span>{t.signIn.showPassword}</span>
        </label>
      </div>
      <SharedPhone />
      {refusal && (
        <Notice tone="warm" urgent>
          {refusal}
        </Notice>
      )}
      <Button type="submit" wide busy={busy}>
        {busy ? t.signIn.working : t.signIn.button}
      </Button>
    </form>
  );
}

interface Attempt {
  refusal: string | undefined;
  busy: boolean;
  attempt: (complete: boolean, work: () => Promise<void>) => Promise<void>;
}

function useAttempt(): Attempt {
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const attempt = async (complete: boolean, work: () => Promise<void>): Promise<void> => {
    if (busy) return;
    setRefusal(complete ? undefined : t.signIn.missing);
    if (!complete) return;
    setBusy(true);
    try {
      await work();
    } catch (error) {
      setRefusal(sentenceFor(error));
    } finally {
      setBusy(false);
    }
  };
  return { refusal, busy, attempt };
}

export function sentenceFor(error: unknown): string {
  if (!isProblem(error)) return t.signIn.failed;
  if (error.isOffline) return t.signIn.offline;
  if (error.status === 429 || error.refusal.code === 'too_many_login_attempts') return t.signIn.tooMany;
  return error.status === 400 ? t.signIn.wrong : t.signIn.failed;
}
