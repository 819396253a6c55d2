/** What a client is asked on a cadence, and what they answered. */
import './progress-tab.css';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { askingsKey, askingsQuery, moveAsking, responsesQuery, type Asking, type AskingMove } from '../../api/client-progress';
import { isOffline } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { fullDate } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { AskForm } from './ask-form';
import { ResponseImport } from './response-import';
import { ResponseRow } from './response-row';

export function QuestionnairesTab({ client }: { client: string }): JSX.Element {
  return (
    <div class="client-asked">
      <Askings client={client} />
      <Responses client={client} />
    </div>
  );
}

function Askings({ client }: { client: string }): JSX.Element {
  const found = useQuery(askingsQuery(client));
  const [adding, setAdding] = useState(false);
  return (
    <section class="stack-small" aria-labelledby="client-askings">
      <div class="row row-apart">
        <h2 id="client-askings">{t.clientProgress.ask.title}</h2>
        {!adding && (
          <Button look="secondary" icon="plus" onClick={() => setAdding(true)}>
            {t.clientProgress.ask.add}
          </Button>
        )}
      </div>
      {adding && <AskForm client={client} onClose={() => setAdding(false)} />}
      <Asked query={found} isOffline={isOffline}>
        {(askings) => (
          <>
            {askings.length === 0 && <p class="soft">{t.clientProgress.ask.none}</p>}
            <ul class="stack-small">
              {askings.map((asking) => (
                <AskingRow key={asking.id} client={client} asking={asking} />
              ))}
            </ul>
          </>
        )}
      </Asked>
    </section>
  );
}

const MOVES: Record<Asking['state'], readonly AskingMove[]> = { open: ['pause', 'end'], paused: ['resume', 'end'], ended: [] };

function AskingRow({ client, asking: { id, title, cadence, starts_on, window_days, assigned_by, state } }: { client: string; asking: Asking }): JSX.Element {
  const moving = useSending((move: AskingMove) => moveAsking(client, id, move), [askingsKey(client)]);
  const words = t.clientProgress.ask;
  return (
    <li class="card stack-small">
      <div class="row row-apart">
        <h3>{title}</h3>
        <Chip tone={state === 'open' ? 'calm' : 'plain'}>{words.states[state]}</Chip>
      </div>
      <p class="soft small">{[words.cadences[cadence], words.from(fullDate(starts_on, language)), words.window(window_days), assigned_by.name].join(' · ')}</p>
      {moving.error && (
        <Notice tone="warm" urgent>
          {sentenceOf(moving.error)}
        </Notice>
      )}
      {MOVES[state].length > 0 && (
        <div class="row">
          {MOVES[state].map((move) => (
            <Button key={move} look="quiet" busy={moving.isPending} label={`${words.moves[move]}: ${title}`} onClick={() => moving.mutate(move)}>
              {words.moves[move]}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}

function Responses({ client }: { client: string }): JSX.Element {
  const found = useInfiniteQuery(responsesQuery(client));
  return (
    <section class="stack-small" aria-labelledby="client-responses">
      <h2 id="client-responses">{t.clientProgress.results.title}</h2>
      <ResponseImport client={client} />
      <Pages query={found} isOffline={isOffline} more={t.clientProgress.results.more} empty={<p class="soft">{t.clientProgress.results.none}</p>}>
        {(responses) => (
          <ul class="stack-small">
            {responses.map((response) => (
              <ResponseRow key={response.id} response={response} />
            ))}
          </ul>
        )}
      </Pages>
    </section>
  );
}
