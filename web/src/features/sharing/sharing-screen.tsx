/** Who sees what: each person, and the ways to everything else about sharing. */
import './sharing.css';

import { useInfiniteQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { isOffline } from '../../api/problem';
import { consentsQuery, type Consent } from '../../api/sharing';
import { t } from '../../lib/strings';
import { BackLink } from '../../ui/back-link';
import { ButtonLink } from '../../ui/button';
import { Message } from '../../ui/message';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { RowLink } from '../../ui/row-link';
import { isStanding } from './acts';
import { ConsentCard, EndedRow } from './consent-card';

export function SharingScreen(): JSX.Element {
  const query = useInfiniteQuery(consentsQuery);
  return (
    <div class="page stack">
      <header class="stack-small">
        <BackLink to="/me">{t.common.me}</BackLink>
        <h1>{t.sharing.title}</h1>
        <p class="lead">{t.sharing.lead}</p>
      </header>
      {isOffline(query.error) && <Notice icon="offline">{t.sharing.offlineBody}</Notice>}
      <Pages query={query} isOffline={isOffline} more={t.sharing.more} empty={<Message level={2} icon="family" title={t.sharing.none} body={t.sharing.noneBody} />}>
        {(consents) => <People consents={consents} />}
      </Pages>
      {/* They come with the list above them, so that nothing jumps away under a finger. */}
      {!query.isPending && (
        <>
          <div>
            <ButtonLink to="/me/sharing/new" icon="plus" wide>
              {t.sharing.add}
            </ButtonLink>
          </div>
          <Elsewhere />
        </>
      )}
    </div>
  );
}

function People({ consents }: { consents: readonly Consent[] }): JSX.Element {
  const standing = consents.filter(isStanding);
  const over = consents.filter((consent) => !isStanding(consent));
  return (
    <>
      {standing.length === 0 && <Message level={2} icon="family" title={t.sharing.none} body={t.sharing.noneBody} />}
      {standing.length > 0 && (
        <section class="stack-small" aria-labelledby="sharing-now">
          <h2 id="sharing-now">{t.sharing.now}</h2>
          {standing.map((consent) => (
            <ConsentCard key={consent.id} consent={consent} />
          ))}
        </section>
      )}
      {over.length > 0 && (
        <details>
          <summary>{t.sharing.endedCount(over.length)}</summary>
          <ul class="stack-small">
            {over.map((consent) => (
              <EndedRow key={consent.id} consent={consent} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Elsewhere(): JSX.Element {
  return (
    <section class="stack-small" aria-labelledby="sharing-elsewhere">
      <h2 id="sharing-elsewhere">{t.sharing.elsewhere}</h2>
      <div class="card row-group">
        <RowLink to="/me/calls" icon="call" title={t.sharing.calls}>
          {t.sharing.callsAbout}
        </RowLink>
        <RowLink to="/me/notes" icon="text" title={t.sharing.notes}>
          {t.sharing.notesAbout}
        </RowLink>
        <RowLink to="/me/milestones" icon="star" title={t.sharing.milestones}>
          {t.sharing.milestonesAbout}
        </RowLink>
        <RowLink to="/me/sharing/looks" icon="search" title={t.sharing.looks}>
          {t.sharing.looksAbout}
        </RowLink>
        <RowLink to="/me/sharing/limits" icon="lock" title={t.sharing.restrictions}>
          {t.sharing.restrictionsAbout}
        </RowLink>
      </div>
    </section>
  );
}
