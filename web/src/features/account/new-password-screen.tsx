/** A new password with the link of an e-mail. The key comes in the fragment, which no server sees or logs. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/compat';

import { setPassword } from '../../api/account';
import { isProblem } from '../../api/problem';
import { confirmCookie } from '../../api/session';
import { sentenceOf } from '../../api/trouble';
import { t } from '../../lib/strings';
import { Button, ButtonLink } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Message } from '../../ui/message';

const SHORTEST = 12;
const FORGOT = '/forgot-password';

export function NewPasswordScreen(): JSX.Element {
  const [key] = useState(() => window.location.hash.slice(1));
  const [done, setDone] = useState(false);
  useEffect(() => {
    // The key must not stay in the address bar or the history.
    window.history.replaceState(null, '', window.location.pathname);
  }, []);
  if (key === '') return <Message title={t.account.forgotTitle} body={t.account.resetNoKey} action={{ label: t.account.resetAgain, to: FORGOT }} />;
  if (done) return <Message icon="check" title={t.account.resetDone} body={t.account.resetDoneBody} action={{ label: t.signIn.button, to: '/sign-in' }} />;
  return (
    <section class="page page-narrow stack">
      <header class="stack-small">
        <h1>{t.account.forgotTitle}</h1>
        <p class="lead">{t.account.resetLead}</p>
      </header>
      <Choose linkKey={key} onDone={() => setDone(true)} />
    </section>
  );
}

function Choose({ linkKey, onDone }: { linkKey: string; onDone: () => void }): JSX.Element {
  const [password, setWord] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [stale, setStale] = useState(false);
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const short = password.length < SHORTEST;
    setRefusal(short ? t.account.passwordShort : undefined);
    if (short || busy) return;
    setBusy(true);
    try {
      await confirmCookie();
      await setPassword({ key: linkKey, password });
      onDone();
    } catch (error) {
      const aboutKey = isProblem(error) && error.refusal.fields?.['key'] !== undefined;
      setStale(aboutKey);
      setRefusal(aboutKey ? t.account.resetBad : sentenceOf(error as Error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <TextField label={t.account.passwordNew} type="password" autoComplete="new-password" hint={t.account.passwordHint} value={password} onChange={setWord} error={refusal} />
      <Button type="submit" wide busy={busy}>
        {t.account.resetButton}
      </Button>
      {stale && (
        <ButtonLink to={FORGOT} look="quiet">
          {t.account.resetAgain}
        </ButtonLink>
      )}
    </form>
  );
}
