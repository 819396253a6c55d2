/** Where I am signed in: every device, and the way to end it there. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { endOtherSignIns, endSignIn, SIGN_INS, signInsQuery, type SignIn } from '../../api/account';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Notice } from '../../ui/notice';
import { momentOf } from './moments';
import { Awaited, Part } from './part';

export function SignInsScreen(): JSX.Element {
  const rows = useQuery(signInsQuery);
  const [said, setSaid] = useState('');
  const others = useSending(endOtherSignIns, [SIGN_INS], () => setSaid(t.account.endedAll));
  const known = rows.data ?? [];
  const elsewhere = known.some(({ current }) => !current);
  return (
    <Part title={t.account.signIns} lead={t.account.signInsLead}>
      <p role="status">{said}</p>
      <Awaited query={rows} lines={4} />
      <ul class="account-list">
        {known.map((row) => (
          <OneSignIn key={row.id} row={row} here={known.find(({ current }) => current)} onEnded={() => setSaid(t.account.endedOne)} />
        ))}
      </ul>
      {rows.data && !elsewhere && <p class="soft">{t.account.alone}</p>}
      {others.error && <Notice tone="warm">{sentenceOf(others.error)}</Notice>}
      {elsewhere && (
        <Button look="secondary" wide busy={others.isPending} onClick={() => others.mutate()}>
          {t.account.endOthers}
        </Button>
      )}
    </Part>
  );
}

interface OneSignInProps {
  row: SignIn;
  /** This very one. */
  here: SignIn | undefined;
  onEnded: () => void;
}

function OneSignIn({ row, here, onEnded }: OneSignInProps): JSX.Element {
  const end = useSending(endSignIn, [SIGN_INS], onEnded);
  const name = t.account.on(row.browser, row.system);
  return (
    <li class="card account-item">
      <div class="account-item-words">
        <strong>{name}</strong>
        <span class="soft small">{[t.account.seen(momentOf(row.seen_at)), whereOf(row, here)].filter(Boolean).join(' · ')}</span>
        <span class="soft small">{t.account.began(momentOf(row.began_at))}</span>
        {row.shared_phone && <span class="soft small">{t.account.shared}</span>}
        {end.error && <Notice tone="warm">{sentenceOf(end.error)}</Notice>}
      </div>
      {row.current ? (
        <Chip>{t.account.here}</Chip>
      ) : (
        <Button look="quiet" label={t.account.endNamed(name)} busy={end.isPending} onClick={() => end.mutate(row.id)}>
          {t.account.end}
        </Button>
      )}
    </li>
  );
}

/** Beside this one, whether it is at the same place on the Internet: the numbers say nothing to most people. */
function whereOf({ current, network }: SignIn, here: SignIn | undefined): string | undefined {
  if (current || network === '' || !here?.network) return undefined;
  return network === here.network ? t.account.sameNetwork : t.account.otherNetwork;
}
