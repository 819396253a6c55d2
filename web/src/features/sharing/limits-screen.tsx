/** Limits that a client asked the program for: each with its answer. An agreed one stands above every consent. */
import './sharing.css';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { categoriesQuery, liftRestriction, restrictionsQuery, SHARING, type Restriction } from '../../api/sharing';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { BackLink } from '../../ui/back-link';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { LimitForm } from './limit-form';
import { namesOf } from './names';

export function LimitsScreen(): JSX.Element {
  const query = useInfiniteQuery(restrictionsQuery);
  const [asking, setAsking] = useState(false);
  const [sent, setSent] = useState(false);
  const close = (kept: boolean): void => {
    setAsking(false);
    setSent(kept);
  };
  return (
    <div class="page stack">
      <BackLink to="/me/sharing">{t.sharing.back}</BackLink>
      <header class="stack-small">
        <h1>{t.sharing.restrictTitle}</h1>
        <p class="lead">{t.sharing.restrictLead}</p>
      </header>
      <div role="status">{sent && <Notice icon="check">{t.sharing.restrictSent}</Notice>}</div>
      {asking ? (
        <LimitForm onClose={close} />
      ) : (
        <div>
          <Button icon="plus" onClick={() => setAsking(true)}>
            {t.sharing.restrictAsk}
          </Button>
        </div>
      )}
      <Pages query={query} isOffline={isOffline} more={t.sharing.more} empty={<p class="soft">{t.sharing.restrictNone}</p>}>
        {(limits) => (
          <ul class="stack-small">
            {limits.map((limit) => (
              <Limit key={limit.id} limit={limit} />
            ))}
          </ul>
        )}
      </Pages>
    </div>
  );
}

function Limit({ limit: { id, recipient_name: name, categories, words, state, asked_at: asked, answer } }: { limit: Restriction }): JSX.Element {
  const known = useQuery(categoriesQuery).data;
  const lifting = useSending(liftRestriction, [SHARING]);
  return (
    <li class="card stack-small">
      <div class="row row-apart">
        <p class="strong">{t.sharing.restrictFrom(name)}</p>
        <Chip tone={state === 'agreed' ? 'calm' : 'plain'}>{t.sharing.restrictStates[state]}</Chip>
      </div>
      <p>{categories.length === 0 ? t.sharing.restrictEverything : namesOf(categories, known).join(' · ')}</p>
      {words !== '' && <p class="soft">{words}</p>}
      <p class="soft small">{t.sharing.restrictAsked(dayOf(asked))}</p>
      {answer !== '' && <p>{t.sharing.restrictAnswer(answer)}</p>}
      {lifting.error && (
        <Notice tone="warm" urgent>
          {sentenceOf(lifting.error)}
        </Notice>
      )}
      {(state === 'asked' || state === 'agreed') && (
        <div>
          <Button look="quiet" busy={lifting.isPending} onClick={() => lifting.mutate(id)}>
            {t.sharing.restrictLift}
          </Button>
        </div>
      )}
    </li>
  );
}
