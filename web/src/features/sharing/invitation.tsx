/** How the invitation stands, a new one when the old cannot be used, and the code that goes by another way. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { inviteAgain, SHARING, type Consent } from '../../api/sharing';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { firstName } from './names';
import { TheirLanguage } from './their-language';
import { useMoves } from './use-moves';

const momentOf = (moment: string): string => shortMoment(moment, deviceTimezone(), language);

export function InvitationCard({ consent }: { consent: Consent }): JSX.Element | null {
  const { id, recipient_name: name, invitation } = consent;
  const inviting = useSending(inviteAgain, [SHARING]);
  const [asked, setAsked] = useState(language);
  const moves = useMoves();
  if (consent.accepted) return null;
  const trouble = moves.trouble ?? (inviting.error ? sentenceOf(inviting.error, t.sharing.stopOffline) : undefined);
  return (
    <section class="card stack-small" aria-labelledby="invitation">
      <h2 id="invitation">{t.sharing.invitation}</h2>
      {inviting.data ? <Code code={inviting.data.code} name={firstName(name)} until={inviting.data.invitation_expires_at} /> : <p>{wordsOf(invitation)}</p>}
      {trouble !== undefined && (
        <Notice tone="warm" urgent>
          {trouble}
        </Notice>
      )}
      {inviting.data && <p class="soft">{t.sharing.doneSent(firstName(name))}</p>}
      <TheirLanguage value={asked} onChange={setAsked} />
      <div class="row">
        <Button look="secondary" busy={inviting.isPending} onClick={() => inviting.mutate({ id, asked })}>
          {t.sharing.inviteAgain}
        </Button>
        {invitation.state === 'waiting' && (
          <Button look="quiet" busy={moves.isPending} onClick={() => moves.mutate({ do: 'withdraw', id }, { onSuccess: () => inviting.reset() })}>
            {t.sharing.withdraw}
          </Button>
        )}
      </div>
    </section>
  );
}

function wordsOf({ state, expires_at: until }: Consent['invitation']): string {
  const words = t.sharing.invitations[state];
  return typeof words === 'string' ? words : words(until === null ? '' : momentOf(until));
}

interface CodeProps {
  code: string;
  name: string;
  until: string | null;
}

/** Shown once: the server keeps no way to read it again. */
export function Code({ code, name, until }: CodeProps): JSX.Element {
  return (
    <div class="stack-small" role="status">
      <p class="strong">{t.sharing.codeTitle}</p>
      <p class="sharing-code">
        <span aria-hidden="true">{code}</span>
        <span class="hidden-visually">{t.sharing.codeSpoken(code)}</span>
      </p>
      <p>{t.sharing.codeFor(name)}</p>
      {until !== null && <p class="soft">{t.sharing.codeUntil(momentOf(until))}</p>}
    </div>
  );
}
