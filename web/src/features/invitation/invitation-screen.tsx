/** Accepting an invitation. The token comes in the fragment, which no server ever sees or logs. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { api } from '../../api/client';
import { isProblem } from '../../api/problem';
import { language, t } from '../../lib/strings';
import { useInvited } from '../../lib/use-invited';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { LoadingScreen } from '../../ui/loading';
import { Message } from '../../ui/message';

const SHORTEST_PASSWORD = 12;

export function InvitationScreen(): JSX.Element {
  const { token, isReady } = useInvited();
  const [done, setDone] = useState(false);
  if (!isReady) return <LoadingScreen />;
  if (token === '') {
    return <Message title={t.join.inviteTitle} body={t.join.inviteNoToken} action={{ label: t.signIn.button, to: '/sign-in' }} />;
  }
  if (done) {
    return <Message icon="check" title={t.join.inviteDone} body={t.join.inviteDoneBody} action={{ label: t.signIn.button, to: '/sign-in' }} />;
  }
  return (
    <section class="page page-narrow stack">
      <header class="stack-small">
        <h1>{t.join.inviteTitle}</h1>
        <p class="lead">{t.join.inviteLead}</p>
      </header>
      <ChoosePassword token={token} onDone={() => setDone(true)} />
    </section>
  );
}

function ChoosePassword({ token, onDone }: { token: string; onDone: () => void }): JSX.Element {
  const [password, setPassword] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const short = password.length < SHORTEST_PASSWORD;
    setRefusal(short ? t.join.passwordShort : undefined);
    if (short) return;
    setBusy(true);
    try {
      await api.POST('/api/v1/invitations/accept/', { body: { token, password, language } });
      onDone();
    } catch (error) {
      setRefusal(sentenceFor(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <TextField label={t.join.newPassword} type="password" autoComplete="new-password" hint={t.join.newPasswordHint} value={password} onChange={setPassword} error={refusal} />
      <Button type="submit" wide busy={busy}>
        {t.join.inviteButton}
      </Button>
    </form>
  );
}

function sentenceFor(error: unknown): string {
  if (!isProblem(error)) return t.signIn.failed;
  if (error.isOffline) return t.common.offlineBody;
  const aboutPassword = error.refusal.fields?.['password']?.[0];
  return aboutPassword ?? t.join.inviteBad;
}
