/** Staff who have no second step yet set it up before they see anything else. */
import './sign-in.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { isOffline, isProblem } from '../../api/problem';
import { finishSecondFactor, signOut, startSecondFactor, type TotpSecret } from '../../api/session';
import { t } from '../../lib/strings';
import { Button, ButtonOut } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Loading } from '../../ui/loading';
import { Failure } from '../../ui/message';
import { Notice } from '../../ui/notice';
import { useCode } from './use-code';

export function SecondFactorScreen({ onDone }: { onDone: () => Promise<void> }): JSX.Element {
  const secret = useQuery({ queryKey: ['second-factor'], queryFn: startSecondFactor, gcTime: 0, staleTime: Infinity });
  const again = async (): Promise<void> => {
    await signOut();
    await onDone();
  };
  return (
    <section class="page page-narrow stack">
      <header class="stack-small">
        <h1>{t.door.setUpTitle}</h1>
        <p class="lead">{t.door.setUpLead}</p>
      </header>
      {secret.isPending && <Loading />}
      {secret.isError && <SetUpFailure error={secret.error} onRetry={() => void secret.refetch()} onAgain={again} />}
      {secret.data && <SetUp secret={secret.data} onDone={onDone} onAgain={again} />}
    </section>
  );
}

interface SetUpFailureProps {
  error: Error;
  onRetry: () => void;
  onAgain: () => Promise<void>;
}

function SetUpFailure({ error, onRetry, onAgain }: SetUpFailureProps): JSX.Element {
  const tooOld = isProblem(error) && error.status === 401;
  if (!tooOld) return <Failure offline={isOffline(error)} onRetry={onRetry} />;
  return (
    <>
      <Notice tone="warm">{t.signIn.setUpAgain}</Notice>
      <Button onClick={onAgain}>{t.signIn.button}</Button>
    </>
  );
}

interface SetUpProps {
  secret: TotpSecret;
  onDone: () => Promise<void>;
  onAgain: () => Promise<void>;
}

function SetUp({ secret, onDone, onAgain }: SetUpProps): JSX.Element {
  const { code, setCode, refusal, busy, submit } = useCode(async (digits) => {
    await finishSecondFactor(digits);
    await onDone();
  });
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <ol class="set-up-steps">
        <li>{t.door.setUpOne}</li>
        <li>
          {t.door.setUpTwo} <code class="set-up-key">{secret.secret.match(/.{1,4}/g)?.join(' ')}</code>
          {secret.url && (
            <ButtonOut href={secret.url} look="quiet" icon="phone">
              {t.door.setUpLink}
            </ButtonOut>
          )}
        </li>
        <li>{t.door.setUpThree}</li>
      </ol>
      <TextField label={t.signIn.code} inputMode="numeric" autoComplete="one-time-code" maxLength={8} value={code} onChange={setCode} error={refusal} />
      <Button type="submit" wide busy={busy}>
        {t.door.setUpButton}
      </Button>
      <Button look="quiet" onClick={onAgain}>
        {t.signIn.startOver}
      </Button>
    </form>
  );
}
