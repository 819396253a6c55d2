/** How I sign in, and where I am signed in: a row for each part. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { factorsQuery, type Factor } from '../../api/account';
import { t } from '../../lib/strings';
import { BackLink } from '../../ui/back-link';
import { RowLink } from '../../ui/row-link';
import { Awaited, HOME } from './part';

export function AccountScreen(): JSX.Element {
  const factors = useQuery(factorsQuery);
  return (
    <div class="page page-narrow stack">
      <header class="stack-small">
        <BackLink to="/me">{t.me.title}</BackLink>
        <h1>{t.account.title}</h1>
        <p class="lead">{t.account.lead}</p>
      </header>
      <Awaited query={factors} lines={5} />
      {factors.data && <Parts factors={factors.data} />}
    </div>
  );
}

function Parts({ factors }: { factors: readonly Factor[] }): JSX.Element {
  const passkeys = factors.filter(({ type }) => type === 'webauthn').length;
  const app = factors.some(({ type }) => type === 'totp');
  const codes = factors.find((factor) => factor.type === 'recovery_codes');
  return (
    <div class="card row-group">
      <RowLink to={`${HOME}/passkeys`} icon="lock" title={t.account.passkeys} state={passkeys > 0 ? t.account.passkeysCount(passkeys) : undefined}>
        {t.account.passkeysAbout}
      </RowLink>
      <RowLink to={`${HOME}/app`} icon="phone" title={t.account.app} state={app ? t.account.appOn : t.account.appOff}>
        {t.account.appAbout}
      </RowLink>
      <RowLink to={`${HOME}/codes`} icon="card" title={t.account.codes} state={codes ? t.account.codesLeft(codes.unused_code_count, codes.total_code_count) : t.account.codesNone}>
        {t.account.codesAbout}
      </RowLink>
      <RowLink to={`${HOME}/password`} icon="text" title={t.account.newPassword}>
        {t.account.newPasswordAbout}
      </RowLink>
      <RowLink to={`${HOME}/email`} icon="inbox" title={t.account.email}>
        {t.account.emailLead}
      </RowLink>
      <RowLink to={`${HOME}/sign-ins`} icon="clock" title={t.account.signIns}>
        {t.account.signInsAbout}
      </RowLink>
    </div>
  );
}
