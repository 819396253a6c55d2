/** The door: e-mail and password, then the code of staff. */
import './sign-in.css';

import type { JSX } from 'preact';
import { Suspense, useState } from 'preact/compat';

import { lazyWithWords, t } from '../../lib/strings';
import { ButtonLink } from '../../ui/button';
import { Hills } from '../../ui/hills';
import { Notice } from '../../ui/notice';
import { PasswordForm } from './password-form';

const OtherWays = lazyWithWords(['door'], () => import('./other-ways').then((m) => m.OtherWays));
const CodeForm = lazyWithWords(['door'], () => import('./code-form').then((m) => m.CodeForm));

interface SignInScreenProps {
  /** A session ran out while the person was here. */
  ended: boolean;
  /** Because nothing happened for a while. */
  idle?: boolean;
  onSignedIn: () => Promise<void>;
}

export function SignInScreen({ ended, idle = false, onSignedIn }: SignInScreenProps): JSX.Element {
  const [codeNeeded, setCodeNeeded] = useState(false);
  return (
    <section class="page page-narrow stack">
      <div class="sign-in-picture">
        <Hills light="morning" />
      </div>
      {codeNeeded ? (
        <Suspense fallback={null}>
          <CodeForm onSignedIn={onSignedIn} onStartOver={() => setCodeNeeded(false)} />
        </Suspense>
      ) : (
        <>
          <header class="stack-small">
            <h1>{t.signIn.title}</h1>
            <p class="lead">{t.signIn.lead}</p>
          </header>
          {ended && <Notice icon="lock">{idle ? t.signIn.endedIdle : t.signIn.ended}</Notice>}
          <PasswordForm onSignedIn={onSignedIn} onCodeNeeded={() => setCodeNeeded(true)} />
          <Suspense fallback={null}>
            <OtherWays onSignedIn={onSignedIn} />
          </Suspense>
          <p class="soft small">{t.signIn.invitedOnly}</p>
          <div class="sign-in-public">
            <ButtonLink to="/about" look="quiet">
              {t.signIn.newHere}
            </ButtonLink>
            <ButtonLink to="/learn" look="quiet">
              {t.signIn.lessons}
            </ButtonLink>
            <ButtonLink to="/about/call" look="quiet">
              {t.signIn.askForCall}
            </ButtonLink>
          </div>
        </>
      )}
    </section>
  );
}
