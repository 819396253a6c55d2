/** Requests of a client to hold something back, and the team's answer. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { answerRestriction, CLIENT_SHARING, clientRestrictionsQuery, type Restriction } from '../../api/staff-sharing';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { TextArea } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { SmallForm } from '../../ui/small-form';
import { categoryNames } from './category-names';

const LONGEST = 500;

export function SharingLimits({ client }: { client: string }): JSX.Element {
  const query = useInfiniteQuery(clientRestrictionsQuery(client));
  return (
    <section class="stack-small" aria-labelledby="sharing-limits">
      <h2 id="sharing-limits">{t.staffSharing.restrictions}</h2>
      <p class="soft">{t.staffSharing.restrictionsLead}</p>
      <Pages query={query} isOffline={isOffline} more={t.staffSharing.more} empty={<p>{t.staffSharing.restrictionsNone}</p>}>
        {(limits) => (
          <ul class="stack-small">
            {limits.map((limit) => (
              <Limit key={limit.id} client={client} limit={limit} />
            ))}
          </ul>
        )}
      </Pages>
    </section>
  );
}

function Limit({ client, limit: { id, recipient_name: name, categories, words, state, asked_at: asked, answer } }: { client: string; limit: Restriction }): JSX.Element {
  const names = categoryNames(categories);
  return (
    <li class="card stack-small">
      <div class="row row-apart">
        <h3>{t.staffSharing.from(name)}</h3>
        <Chip tone={state === 'asked' ? 'warm' : 'plain'}>{t.staffSharing.restrictStates[state]}</Chip>
      </div>
      <p>{categories.length === 0 ? t.staffSharing.everything : names}</p>
      {words !== '' && <p>{words}</p>}
      <p class="soft small">{t.staffSharing.asked(dayOf(asked))}</p>
      {answer !== '' && <p>{t.staffSharing.answered(answer)}</p>}
      {state === 'asked' && <Answer client={client} id={id} />}
    </li>
  );
}

function Answer({ client, id }: { client: string; id: string }): JSX.Element {
  const [denying, setDenying] = useState(false);
  const [why, setWhy] = useState('');
  const [checked, setChecked] = useState(false);
  const answering = useSending(answerRestriction, [CLIENT_SHARING(client)]);
  const deny = (): void => {
    setChecked(true);
    if (why.trim() !== '') answering.mutate({ id, body: { agreed: false, answer: why.trim() } });
  };
  if (denying) {
    return (
      <SmallForm bare save={t.staffSharing.denySave} busy={answering.isPending} trouble={troubleBesides(answering.error, ['answer'])} onSave={deny} onClose={() => setDenying(false)}>
        <TextArea
          label={t.staffSharing.answer}
          value={why}
          maxLength={LONGEST}
          onChange={setWhy}
          error={checked && why.trim() === '' ? t.staffSharing.answerMissing : refusalAt(answering.error, 'answer')}
        />
      </SmallForm>
    );
  }
  return (
    <>
      {answering.error && (
        <Notice tone="warm" urgent>
          {sentenceOf(answering.error)}
        </Notice>
      )}
      <div class="row">
        <Button busy={answering.isPending} onClick={() => answering.mutate({ id, body: { agreed: true } })}>
          {t.staffSharing.agree}
        </Button>
        <Button look="secondary" onClick={() => setDenying(true)}>
          {t.staffSharing.deny}
        </Button>
      </div>
    </>
  );
}
