/** The password, checked by the server. Where the session ran out, it signs in anew, and what was being written stays. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { enterCode } from '../../api/session';
import { unlockWith, type Unlocking } from '../../api/unlock';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';

interface PasswordUnlockProps {
  /** Of who is here; unknown at a start. */
  email: string | undefined;
  /** The PIN was right, but the sign-in ran out. */
  again: boolean;
  onOpen: () => Promise<void>;
  onPin: (() => void) | undefined;
}

export function PasswordUnlock({ email, again, onOpen, onPin }: PasswordUnlockProps): JSX.Element {
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { busy, refusal, step, attempt } = useAttempt(onOpen);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!busy) void attempt(email ?? typed.trim(), password, code.trim());
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      {again && <Notice icon="lock">{t.device.signInAgain}</Notice>}
      {email === undefined && <TextField label={t.device.lockedEmail} type="email" autoComplete="off" value={typed} onChange={setTyped} />}
      {step === 'password' ? (
        <TextField label={t.device.lockedPassword} type="password" autoComplete="current-password" value={password} onChange={setPassword} error={refusal} />
      ) : (
        <TextField label={t.signIn.code} inputMode="numeric" autoComplete="one-time-code" value={code} onChange={setCode} hint={t.signIn.codeLead} error={refusal} />
      )}
      <Button type="submit" wide busy={busy}>
        {busy ? t.device.unlocking : t.device.unlock}
      </Button>
      {onPin && (
        <Button look="quiet" onClick={onPin}>
          {t.device.usePin}
        </Button>
      )}
    </form>
  );
}

type Step = 'password' | 'code';

interface Attempt {
  busy: boolean;
  refusal: string | undefined;
  step: Step;
  attempt: (email: string, password: string, code: string) => Promise<void>;
}

function useAttempt(onOpen: () => Promise<void>): Attempt {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [step, setStep] = useState<Step>('password');
  const attempt = async (email: string, password: string, code: string): Promise<void> => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const answer = step === 'password' ? await unlockWith(email, password) : await codeOf(code);
      if (answer === 'open') await onOpen();
      else if (answer === 'code_needed') setStep('code');
      else setRefusal(sentenceOf(answer));
    } catch (error) {
      setRefusal(isOffline(error) ? t.device.noLine : t.device.failed);
    } finally {
      setBusy(false);
    }
  };
  return { busy, refusal, step, attempt };
}

async function codeOf(code: string): Promise<Unlocking | 'wrong_code'> {
  try {
    await enterCode(code);
    return 'open';
  } catch (error) {
    if (isOffline(error)) throw error;
    return 'wrong_code';
  }
}

function sentenceOf(answer: Unlocking | 'wrong_code'): string {
  if (answer === 'wrong_code') return t.signIn.codeWrong;
  return answer === 'too_many' ? t.signIn.tooMany : t.device.wrongPassword;
}
