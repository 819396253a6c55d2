/** Please call me: what a press does stands above it. And who is asked to a session. */
import './between.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { askForCall, BETWEEN, callPageQuery, takeBackCall, type Call, type CallPage } from '../../api/between';
import { isOffline } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { newSubmissionId } from '../../lib/ids';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Message } from '../../ui/message';
import { Notice } from '../../ui/notice';
import { Meetings } from './meetings';

const LOOK_AGAIN_AFTER = 20_000;

export function CallsScreen(): JSX.Element {
  const asked = useQuery({ ...callPageQuery, refetchInterval: LOOK_AGAIN_AFTER });
  return (
    <div class="page stack">
      <BackLink to="/me/sharing">{t.between.back}</BackLink>
      <h1>{t.between.callsTitle}</h1>
      <Notice icon="help">{t.between.callDanger}</Notice>
      <Asked query={asked} isOffline={isOffline} offlineBody={t.between.offlineBody}>
        {(page) => <Calls page={page} />}
      </Asked>
      <Meetings />
    </div>
  );
}

function Calls({ page: { words, people, calls } }: { page: CallPage }): JSX.Element {
  const waiting = calls.filter(isOpen).map(({ to }) => to.id);
  if (people.length === 0 && calls.length === 0) return <Message level={2} icon="call" title={t.between.callNobody} body={t.between.callNobodyBody} />;
  return (
    <>
      {people.length === 0 ? <p class="soft">{t.between.callNobodyBody}</p> : <p>{words}</p>}
      <ul class="stack-small">
        {people.map(({ person, name }) => (
          <li key={person}>{!waiting.includes(person) && <Ask person={person} name={name} />}</li>
        ))}
      </ul>
      {calls.length > 0 && (
        <section class="stack-small" aria-labelledby="my-calls">
          <h2 id="my-calls">{t.between.callsMine}</h2>
          <ul class="card between-rows">
            {calls.map((call) => (
              <OneCall key={call.id} call={call} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const isOpen = ({ state }: Call): boolean => state === 'pressed' || state === 'seen';

function Ask({ person, name }: { person: string; name: string }): JSX.Element {
  // One press is one call, however often it has to be sent.
  const [submission, setSubmission] = useState(newSubmissionId);
  const ask = useSending(askForCall, [BETWEEN], () => setSubmission(newSubmissionId()));
  return (
    <div class="stack-small between-call">
      <Button wide icon="call" busy={ask.isPending} onClick={() => ask.mutate({ submission_id: submission, to: person })}>
        {t.between.callWho(name)}
      </Button>
      {ask.error && (
        <Notice tone="warm" urgent>
          {sentenceOf(ask.error)}
        </Notice>
      )}
    </div>
  );
}

function OneCall({ call }: { call: Call }): JSX.Element {
  const { id, to, pressed_at: at, state } = call;
  const taking = useSending(takeBackCall, [BETWEEN]);
  return (
    <li>
      <div class="row row-apart">
        <p>{t.between.callTo(to.name, shortMoment(at, deviceTimezone(), language))}</p>
        <Chip tone={state === 'answered' ? 'calm' : 'plain'}>{t.between.callStates[state]}</Chip>
      </div>
      {taking.error && <p role="alert">{sentenceOf(taking.error)}</p>}
      {isOpen(call) && (
        <div>
          <Button look="quiet" busy={taking.isPending} onClick={() => taking.mutate(id)}>
            {t.between.callBack}
          </Button>
        </div>
      )}
    </li>
  );
}
