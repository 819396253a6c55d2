/** After the signature: the code to pass on, shown once. */
import type { JSX } from 'preact';

import type { SignedSharing } from '../../api/sharing';
import { t } from '../../lib/strings';
import { ButtonLink } from '../../ui/button';
import { Code } from './invitation';
import { firstName } from './names';

export function Done({ signed: { consent, code } }: { signed: SignedSharing }): JSX.Element {
  const name = firstName(consent.recipient_name);
  return (
    <div class="page stack">
      <header class="stack-small">
        <h1>{t.sharing.done}</h1>
        <p class="lead">{code === undefined ? t.sharing.doneChanged : t.sharing.doneSent(name)}</p>
      </header>
      {code !== undefined && (
        <section class="card">
          <Code code={code} name={name} until={consent.invitation.expires_at} />
        </section>
      )}
      <ButtonLink to={`/me/sharing/${consent.id}`} wide>
        {t.sharing.doneOpen}
      </ButtonLink>
    </div>
  );
}
