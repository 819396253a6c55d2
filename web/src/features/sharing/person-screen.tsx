/** One sharing whole: what they see, how to show less, what they looked at, and the signed paper. */
import './sharing.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { isOffline } from '../../api/problem';
import { categoriesQuery, copyOf, type ConsentDetail } from '../../api/sharing';
import { dayOf } from '../../lib/day-of';
import { fullDate } from '../../lib/dates';
import { isOwnRequest } from '../../lib/own-request';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';
import { ButtonLink, ButtonOut } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { RowLink } from '../../ui/row-link';
import { Acts, isStanding } from './acts';
import { InvitationCard } from './invitation';
import { Less } from './less';
import { Looks } from './looks';
import { firstName, namesOf } from './names';
import { SupportWords } from './support-words';
import { follow, useConsent } from './use-consent';

export function PersonScreen({ id = '' }: { id?: string }): JSX.Element {
  const asked = useConsent(id);
  return (
    <div class="page stack">
      <BackLink to="/me/sharing">{t.sharing.back}</BackLink>
      <h1>{asked.data?.recipient_name ?? t.sharing.title}</h1>
      <Asked query={asked} isOffline={isOffline} offlineBody={t.sharing.offlineBody} lines={6}>
        {(consent) => <Person key={consent.id} consent={consent} />}
      </Asked>
    </div>
  );
}

function Person({ consent }: { consent: ConsentDetail }): JSX.Element {
  const { id, recipient_name: name, categories, accepted } = consent;
  const standing = isStanding(consent);
  return (
    <>
      <Standing consent={consent} />
      {standing && accepted && (
        <RowLink to={`/me/sharing/${id}/preview`} icon="search" title={t.sharing.preview(firstName(name))}>
          {t.sharing.previewLead}
        </RowLink>
      )}
      {standing && <InvitationCard consent={consent} />}
      {standing && <Less consent={consent} />}
      {standing && accepted && categories.includes('safety_contact_role') && <SupportWords id={id} name={name} />}
      <section class="stack-small" aria-labelledby="looks">
        <h2 id="looks">{t.sharing.looks}</h2>
        <Looks consent={id} />
      </section>
      <Paper consent={consent} />
    </>
  );
}

function Standing({ consent }: { consent: ConsentDetail }): JSX.Element {
  const { id, recipient_name: name, relationship, categories, gives_now: gives, state, state_words: words, paused_until: paused } = consent;
  const known = useQuery(categoriesQuery).data;
  const now = state === 'in_force';
  const things = namesOf(now ? gives : categories, known);
  return (
    <section class="card stack-small" aria-label={t.sharing.seesNow(name)}>
      <div class="row row-apart">
        <p class="soft">{relationship}</p>
        <Chip tone={now ? 'calm' : 'plain'}>{t.sharing.states[state]}</Chip>
      </div>
      <p>
        {words} {paused !== null && t.sharing.pausedUntil(dayOf(paused))}
      </p>
      {isStanding(consent) && (
        <>
          <p class="soft">{now ? t.sharing.seesNow(firstName(name)) : t.sharing.wouldSee(firstName(name))}</p>
          <ul class="sharing-things">
            {things.map((thing) => (
              <li key={thing}>{thing}</li>
            ))}
          </ul>
        </>
      )}
      <Facts consent={consent} />
      <Acts consent={consent} onMoved={(moved) => follow(moved, id)} />
      {!isStanding(consent) && (
        <div>
          <ButtonLink to="/me/sharing/new" look="secondary">
            {t.sharing.again}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}

function Facts({ consent }: { consent: ConsentDetail }): JSX.Element {
  return (
    <dl class="facts">
      <dt>{t.sharing.purpose}</dt>
      <dd>{isOwnRequest(consent.purpose) ? t.sharing.ownRequest : consent.purpose}</dd>
      <dt>{t.sharing.until}</dt>
      <dd>{fullDate(consent.expires_on, language)}</dd>
      <dt>{t.sharing.signed}</dt>
      <dd>{dayOf(consent.signed_at)}</dd>
      {consent.recipient_email !== '' && (
        <>
          <dt>{t.sharing.email}</dt>
          <dd>{consent.recipient_email}</dd>
        </>
      )}
    </dl>
  );
}

function Paper({ consent: { id, text, version, versions } }: { consent: ConsentDetail }): JSX.Element {
  const earlier = versions.filter((one) => one.version !== version);
  return (
    <section class="stack-small" aria-label={t.sharing.readText}>
      <div>
        <ButtonOut href={copyOf(id)} look="secondary" icon="print">
          {t.sharing.copy}
        </ButtonOut>
      </div>
      <details>
        <summary>{t.sharing.readText}</summary>
        <p class="consent-text">{text}</p>
      </details>
      {earlier.length > 0 && (
        <details>
          <summary>{t.sharing.versions}</summary>
          <ul class="stack-small">
            {earlier.map((one) => (
              <li key={one.id}>
                <a href={copyOf(one.id)}>{t.sharing.version(one.version, dayOf(one.signed_at))}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
