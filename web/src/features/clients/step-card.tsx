/** Whether another level of care would fit: the reasons, and a clinician's answer. The rules decide nothing. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { proposalsKey, proposalsQuery, weighStep, type Advice, type Proposal } from '../../api/client-progress';
import { isOffline } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { AcceptForm, DeclineForm } from './step-answer';

export function StepCard({ client }: { client: string }): JSX.Element {
  const found = useQuery(proposalsQuery(client));
  const weighing = useSending<undefined, Advice>(() => weighStep(client), [proposalsKey(client)]);
  return (
    <section class="card stack-small" aria-labelledby="client-step">
      <div class="row row-apart">
        <h2 id="client-step">{t.clientProgress.step.title}</h2>
        <Button look="secondary" busy={weighing.isPending} onClick={() => weighing.mutate(undefined)}>
          {t.clientProgress.step.weigh}
        </Button>
      </div>
      {weighing.error && (
        <Notice tone="warm" urgent>
          {sentenceOf(weighing.error)}
        </Notice>
      )}
      {weighing.data?.direction === '' && <Stay advice={weighing.data} />}
      <Asked query={found} isOffline={isOffline} lines={2}>
        {(proposals) => <Proposals client={client} proposals={proposals} />}
      </Asked>
    </section>
  );
}

function Stay({ advice }: { advice: Advice }): JSX.Element {
  return (
    <div role="status" class="stack-small">
      <p class="strong">{t.clientProgress.step.stay}</p>
      <Reasons reasons={advice.reasons} />
    </div>
  );
}

function Proposals({ client, proposals }: { client: string; proposals: readonly Proposal[] }): JSX.Element {
  const open = proposals.find(({ state }) => state === 'open');
  const earlier = proposals.filter(({ state }) => state === 'accepted' || state === 'declined');
  return (
    <>
      {open ? <Open key={open.id} client={client} proposal={open} /> : <p class="soft">{t.clientProgress.step.none}</p>}
      {earlier.length > 0 && (
        <details>
          <summary>{t.clientProgress.step.earlier}</summary>
          <ul class="client-facts">
            {earlier.map((one) => (
              <li key={one.id}>
                <p>{t.clientProgress.step.decided(t.clientProgress.step.toLevel[one.direction](t.clients.levels[one.to_level]), t.clientProgress.step.states[one.state], one.decided_by?.name ?? '', one.decided_at ? dayOf(one.decided_at) : '')}</p>
                {one.note !== '' && <p class="soft small">{one.note}</p>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Reasons({ reasons }: { reasons: Proposal['reasons'] }): JSX.Element {
  return (
    <ul class="client-facts">
      {reasons.map(({ code, sentence }) => (
        <li key={code}>{sentence}</li>
      ))}
    </ul>
  );
}

function Open({ client, proposal }: { client: string; proposal: Proposal }): JSX.Element {
  const [answering, setAnswering] = useState<'accept' | 'decline'>();
  const { direction, from_level, to_level, reasons, made_at, rule_version } = proposal;
  const close = (): void => setAnswering(undefined);
  return (
    <>
      <p class="strong">{t.clientProgress.step.proposed(t.clientProgress.step.toLevel[direction](t.clients.levels[to_level]), t.clients.levels[from_level])}</p>
      <Reasons reasons={reasons} />
      <p class="soft small">{t.clientProgress.step.madeOn(dayOf(made_at), rule_version)}</p>
      {answering === undefined && (
        <div class="row">
          <Button onClick={() => setAnswering('accept')}>{t.clientProgress.step.accept}</Button>
          <Button look="secondary" onClick={() => setAnswering('decline')}>
            {t.clientProgress.step.decline}
          </Button>
        </div>
      )}
      {answering === 'accept' && <AcceptForm client={client} proposal={proposal} onClose={close} />}
      {answering === 'decline' && <DeclineForm client={client} proposal={proposal} onClose={close} />}
    </>
  );
}
