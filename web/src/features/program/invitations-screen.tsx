/** Inviting people, who was invited and has not come yet, and a second step that somebody lost. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { inviteAgain, INVITATIONS, invitationsQuery, withdrawInvitation, type Invitation } from '../../api/people';
import { isOffline } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { LANGUAGE_NAMES, language, t } from '../../lib/strings';
import { AskFirst } from '../../ui/ask-first';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { InviteForm } from './invite-form';
import { LostFactor } from './lost-factor';
import { ProgramFrame } from './program-page';

export function InvitationsScreen(): JSX.Element {
  const [said, setSaid] = useState<string>();
  return (
    <ProgramFrame section="people">
      <InviteForm onSent={(name) => setSaid(t.people.sent(name))} />
      <div role="status">{said !== undefined && <Notice icon="check">{said}</Notice>}</div>
      <Waiting onSaid={setSaid} />
      <LostFactor />
    </ProgramFrame>
  );
}

function Waiting({ onSaid }: { onSaid: (said: string | undefined) => void }): JSX.Element {
  const query = useInfiniteQuery(invitationsQuery);
  return (
    <section class="stack-small" aria-labelledby="waiting">
      <h2 id="waiting">{t.people.waiting}</h2>
      <Pages query={query} isOffline={isOffline} empty={<p class="soft">{t.people.waitingNone}</p>} more={t.people.more}>
        {(rows) => (
          <ul class="card program-rows">
            {rows.map((row) => (
              <Row key={row.id} row={row} onSaid={onSaid} />
            ))}
          </ul>
        )}
      </Pages>
    </section>
  );
}

function Row({ row, onSaid }: { row: Invitation; onSaid: (said: string | undefined) => void }): JSX.Element {
  const [asking, setAsking] = useState(false);
  const again = useSending(inviteAgain, [INVITATIONS], () => onSaid(t.people.againDone(row.name)));
  const taking = useSending(withdrawInvitation, [INVITATIONS], () => onSaid(undefined));
  const words = t.people;
  return (
    <li class="stack-small">
      <div class="row row-apart">
        <div>
          <h3 class="strong">{row.name}</h3>
          <p class="soft small">{[row.email, ...row.roles.map((role) => words.roles[role]), LANGUAGE_NAMES[row.language]].join(' · ')}</p>
          <p class="small">{row.expired ? words.over : words.until(shortMoment(row.expires_at, deviceTimezone(), language))}</p>
        </div>
        <div class="row">
          <Button look="secondary" label={words.againNamed(row.name)} busy={again.isPending} onClick={() => again.mutate(row.id)}>
            {words.again}
          </Button>
          <Button look="quiet" label={words.withdrawNamed(row.name)} onClick={() => setAsking(true)}>
            {words.withdraw}
          </Button>
        </div>
      </div>
      {again.error && (
        <Notice tone="warm" urgent>
          {sentenceOf(again.error)}
        </Notice>
      )}
      {asking && (
        <AskFirst title={words.withdrawAsk(row.name)} yes={words.withdrawYes} busy={taking.isPending} trouble={taking.error ? sentenceOf(taking.error) : undefined} onYes={() => taking.mutate(row.id)} onClose={() => setAsking(false)}>
          <p>{words.withdrawMeans}</p>
        </AskFirst>
      )}
    </li>
  );
}
