/** The inbox of calls that people asked for: new, called, closed. Oldest first. */
import './calls.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { callsQuery, type CallRequest } from '../../api/calls';
import { isOffline } from '../../api/problem';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Choices } from '../../ui/choices';
import { Message } from '../../ui/message';
import { RowLink } from '../../ui/row-link';
import { CallItem } from './call-item';

const POLL_EVERY = 60_000;
type Shown = 'new' | 'called' | 'closed' | 'suspected';

export function CallsScreen(): JSX.Element {
  const [shown, setShown] = useState<Shown>('new');
  const suspected = shown === 'suspected';
  const found = useQuery({ ...callsQuery(suspected ? 'open' : shown, suspected), refetchInterval: POLL_EVERY });
  const states = [...Object.entries(t.calls.states), ['suspected', t.calls.suspected] as const].map(([value, label]) => ({ value, label }));
  return (
    <div class="page stack">
      <header class="stack-small">
        <h1>{t.calls.title}</h1>
        <p class="lead">{t.calls.lead}</p>
      </header>
      <RowLink to="/team-notes" icon="text" title={t.calls.familyNotes}>
        {t.calls.familyNotesAbout}
      </RowLink>
      <Choices compact="pills" legend={t.calls.which} choices={states} value={shown} onChange={(value) => setShown(value as Shown)} />
      <Asked query={found} isOffline={isOffline}>
        {(requests) => <Requests shown={shown} requests={requests} />}
      </Asked>
      <p class="soft small">{t.calls.kept}</p>
    </div>
  );
}

function Requests({ shown, requests }: { shown: Shown; requests: readonly CallRequest[] }): JSX.Element {
  if (requests.length === 0) return <Message level={2} icon="phone" title={t.calls.none[shown]} body={shown === 'new' ? t.calls.noneBody : undefined} />;
  return (
    <ul class="stack-small">
      {requests.map((request) => (
        <CallItem key={request.id} request={request} />
      ))}
    </ul>
  );
}
