/** The door: e-mail and password, then the code of staff. */
import './sign-in.css';

import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { t } from '../../lib/strings';
import { ButtonLink } from '../../ui/button';
import { Hills } from '../../ui/hills';
import { Notice } from '../../ui/notice';
import { CodeForm } from './code-form';
import { PasswordForm } from './password-form';

interface SignInScreenProps {
  /** A session ran out while the person was here. */
  ended: boolean;
  onSignedIn: () => Promise<void>;
}

export function SignInScreen({ ended, onSignedIn }: SignInScreenProps): JSX.Element {
  const [codeNeeded, setCodeNeeded] = useState(false);
  return (
    <section class="page page-narrow stack">
      <div class="sign-in-picture">
        <Hills light="morning" />
      </div>
      {codeNeeded ? (
        <CodeForm onSignedIn={onSignedIn} onStartOver={() => setCodeNeeded(false)} />
      ) : (
        <>
          <header class="stack-small">
            <h1>{t.signIn.title}</h1>
            <p class="lead">{t.signIn.lead}</p>
          </header>
          {ended && <Notice icon="lock">{t.signIn.ended}</Notice>}
          <PasswordForm onSignedIn={onSignedIn} onCodeNeeded={() => setCodeNeeded(true)} />
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
