/** Asking for a new password. What is said is the same whether or not there is an account. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { askForPassword } from '../../api/account';
import { confirmCookie } from '../../api/session';
import { sentenceOf } from '../../api/trouble';
import { t } from '../../lib/strings';
import { BackLink } from '../../ui/back-link';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Message } from '../../ui/message';

export function ForgotScreen(): JSX.Element {
  const [email, setEmail] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [state, setState] = useState<'asking' | 'sending' | 'sent'>('asking');
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (state === 'sending') return;
    setRefusal(email.trim() === '' ? t.account.emailMissing : undefined);
    if (email.trim() === '') return;
    setState('sending');
    try {
      await confirmCookie();
      await askForPassword(email.trim());
      setState('sent');
    } catch (error) {
      setRefusal(sentenceOf(error as Error));
      setState('asking');
    }
  };
  if (state === 'sent') return <Message icon="inbox" title={t.account.forgotSent} body={t.account.forgotSentBody} action={{ label: t.signIn.button, to: '/sign-in' }} />;
  return (
    <section class="page page-narrow stack">
      <header class="stack-small">
        <BackLink to="/sign-in">{t.signIn.title}</BackLink>
        <h1>{t.account.forgotTitle}</h1>
        <p class="lead">{t.account.forgotLead}</p>
      </header>
      <form class="stack" noValidate onSubmit={submit}>
        <TextField label={t.signIn.email} type="email" autoComplete="username" inputMode="email" value={email} onChange={setEmail} error={refusal} />
        <Button type="submit" wide busy={state === 'sending'}>
          {t.account.forgotSend}
        </Button>
      </form>
    </section>
  );
}
