/** Milestones that I post, each by a press of its own, and the goals that I show. */
import './between.css';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { milestonesQuery, phrasesQuery, takeBackMilestone } from '../../api/between';
import { isOffline } from '../../api/problem';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { AskedPart, both } from '../../ui/asked-choice';
import { BackLink } from '../../ui/back-link';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { MilestoneForm } from './milestone-form';
import { ShownGoals } from './shown-goals';
import { TakeBack } from './take-back';
import { usePeople } from '../../api/use-people';

export function MilestonesScreen(): JSX.Element {
  return (
    <div class="page stack">
      <BackLink to="/me/sharing">{t.between.back}</BackLink>
      <h1>{t.between.milestonesTitle}</h1>
      <Sharing />
      <Mine />
      <ShownGoals />
    </div>
  );
}

function Sharing(): JSX.Element {
  const people = usePeople('sobriety_milestone');
  const phrases = useQuery(phrasesQuery);
  const [sent, setSent] = useState(0);
  return (
    <section class="card stack-small" aria-labelledby="share-milestone">
      <h2 id="share-milestone">{t.between.milestone}</h2>
      <p class="soft">{t.between.milestoneLead}</p>
      <AskedPart query={both(people, phrases)} isOffline={isOffline} offlineBody={t.between.offlineBody} label={t.between.milestone}>
        {([known, { milestones }]) => (known.length === 0 ? <p>{t.between.nobodyMilestones}</p> : <MilestoneForm key={sent} people={known} phrases={milestones} onSent={() => setSent(sent + 1)} />)}
      </AskedPart>
      <div role="status">{sent > 0 && <Notice icon="check">{t.between.sent}</Notice>}</div>
    </section>
  );
}

function Mine(): JSX.Element {
  const query = useInfiniteQuery(milestonesQuery);
  return (
    <section class="stack-small" aria-labelledby="my-milestones">
      <h2 id="my-milestones">{t.between.milestonesMine}</h2>
      <Pages query={query} isOffline={isOffline} more={t.between.more} empty={<p class="soft">{t.between.milestonesNone}</p>}>
        {(rows) => (
          <ul class="card between-rows">
            {rows.map(({ id, to, words, text, shared_at: at }) => (
              <li key={id}>
                <p class="soft small">
                  {t.between.forWhom(to.name)} · {dayOf(at)}
                </p>
                {words !== '' && <p class="strong">{words}</p>}
                {text !== '' && <p class="between-words">{text}</p>}
                <TakeBack id={id} what={words || text} onTake={takeBackMilestone} />
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </section>
  );
}
