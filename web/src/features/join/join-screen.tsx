/**
 * Accepting what somebody wants to share. The token comes in the fragment, which no server ever
 * sees or logs; the code comes from that person. Every refusal is one sentence.
 */
import { useMutation } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { acceptInvitation } from '../../api/family';
import { isProblem } from '../../api/problem';
import { refusalAt } from '../../api/refusals';
import { sentenceOf } from '../../api/trouble';
import type { Me } from '../../api/types';
import { language, t } from '../../lib/strings';
import { useInvited } from '../../lib/use-invited';
import { useMaybeDevice } from '../../offline/device';
import { Button, ButtonLink } from '../../ui/button';
import { TextField } from '../../ui/field';
import { LoadingScreen } from '../../ui/loading';
import { Message } from '../../ui/message';
import { Notice } from '../../ui/notice';

const SHORTEST_PASSWORD = 12;

export function JoinScreen(): JSX.Element {
  const me = useMaybeDevice()?.me;
  const { token, isReady } = useInvited({ isKnown: me !== undefined });
  return isReady ? <Join token={token} me={me} /> : <LoadingScreen />;
}

function Join({ token, me }: { token: string; me: Me | undefined }): JSX.Element {
  const [accepted, setAccepted] = useState(false);
  if (accepted) return <Accepted signedIn={me !== undefined} />;
  if (token === '') return <Message title={t.join.title} body={t.join.noToken} action={{ label: t.common.home, to: '/' }} />;
  return (
    <section class="page page-narrow stack">
      <header class="stack-small">
        <h1>{t.join.title}</h1>
        <p class="lead">{t.join.lead}</p>
      </header>
      {me && <Notice>{t.join.asYou(me.name)}</Notice>}
      <Form key={me?.id ?? 'nobody'} token={token} asMyself={me !== undefined} onAccepted={() => setAccepted(true)} />
      {me && <NotMe />}
    </section>
  );
}

/** The same words whether an account was opened or was there. A new role shows when the app starts again. */
function Accepted({ signedIn }: { signedIn: boolean }): JSX.Element {
  if (!signedIn) return <Message icon="check" title={t.join.doneTitle} body={t.join.doneBody} action={{ label: t.signIn.button, to: '/sign-in' }} />;
  return (
    <section class="page message">
      <h1 class="message-title">{t.join.doneTitle}</h1>
      <p class="soft">{t.join.doneSignedIn}</p>
      <Button onClick={() => window.location.assign('/family')}>{t.join.toShared}</Button>
    </section>
  );
}

interface FormProps {
  token: string;
  /** Somebody is signed in: no account needs to be opened. */
  asMyself: boolean;
  onAccepted: () => void;
}

function Form({ token, asMyself, onAccepted }: FormProps): JSX.Element {
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [checked, setChecked] = useState(false);
  const accept = useMutation({
    mutationFn: () => acceptInvitation({ token, code: code.trim() }, asMyself ? undefined : { password, language }),
    onSuccess: (accepted) => {
      if (accepted) onAccepted();
    },
  });
  const noCode = code.trim() === '';
  const short = !asMyself && password.length < SHORTEST_PASSWORD;
  const submit = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    const ready = !noCode && !short;
    if (ready && !accept.isPending) accept.mutate();
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <TextField label={t.join.code} hint={t.join.codeHint} autoComplete="off" value={code} onChange={setCode} error={checked && noCode ? t.join.codeMissing : undefined} />
      {!asMyself && (
        <TextField
          label={t.join.password}
          hint={t.join.passwordHint}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={checked && short ? t.join.passwordShort : refusalAt(accept.error, 'password')}
        />
      )}
      <Refused refused={accept.data === false} error={accept.error} />
      <Button type="submit" wide busy={accept.isPending}>
        {t.join.button}
      </Button>
    </form>
  );
}

function Refused({ refused, error }: { refused: boolean; error: Error | null }): JSX.Element | null {
  const sentence = error ? troubleOf(error) : refused ? t.join.refused : undefined;
  if (sentence === undefined) return null;
  return (
    <Notice tone="warm" urgent>
      {sentence}
    </Notice>
  );
}

function troubleOf(error: Error): string | undefined {
  if (isProblem(error) && error.status === 429) return t.join.tooMany;
  // What is wrong with the password stands at its field.
  if (refusalAt(error, 'password') !== undefined) return undefined;
  return sentenceOf(error, t.common.offlineBody);
}

function NotMe(): JSX.Element {
  return (
    <details>
      <summary>{t.join.notYou}</summary>
      <p>{t.join.notYouBody}</p>
      <ButtonLink to="/me" look="secondary">
        {t.join.toMe}
      </ButtonLink>
    </details>
  );
}
