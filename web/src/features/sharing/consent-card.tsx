/** One person on the list: what, until when, how it stands, when they last looked, and the way to stop. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { categoriesQuery, lastLookQuery, type Consent } from '../../api/sharing';
import { dayOf } from '../../lib/day-of';
import { deviceTimezone, fullDate, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { ButtonLink } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Acts } from './acts';
import { firstName, namesOf } from './names';

/** How many things the list names; the person's own page names all. */
const FIRST = 4;

export function ConsentCard({ consent }: { consent: Consent }): JSX.Element {
  const { id, recipient_name: name, relationship, categories, gives_now: gives, state, state_words: words, expires_on: until, paused_until: paused } = consent;
  const known = useQuery(categoriesQuery).data;
  const seen = namesOf(state === 'in_force' ? gives : categories, known);
  return (
    <article class="card stack-small">
      <div class="row row-apart">
        <h3>
          {name} <span class="soft">({relationship})</span>
        </h3>
        <Chip tone={state === 'in_force' ? 'calm' : 'plain'}>{t.sharing.states[state]}</Chip>
      </div>
      {state !== 'in_force' && (
        <p>
          {words} {paused !== null && t.sharing.pausedUntil(dayOf(paused))}
        </p>
      )}
      <div class="stack-small sharing-seen">
        <p class="soft">{state === 'in_force' ? t.sharing.seesNow(firstName(name)) : t.sharing.wouldSee(firstName(name))}</p>
        <ul class="sharing-things">
          {seen.slice(0, FIRST).map((thing) => (
            <li key={thing}>{thing}</li>
          ))}
          {seen.length > FIRST && <li class="sharing-rest">{t.sharing.andMore(seen.length - FIRST)}</li>}
        </ul>
      </div>
      <p class="soft small">
        {t.sharing.untilDay(fullDate(until, language))}
        {consent.accepted && <LastLook id={id} />}
      </p>
      <div>
        <ButtonLink to={`/me/sharing/${id}`} look="secondary" wide label={t.sharing.detailsNamed(name)}>
          {t.sharing.details}
        </ButtonLink>
      </div>
      <Acts consent={consent} />
    </article>
  );
}

function LastLook({ id }: { id: string }): JSX.Element | null {
  const looked = useQuery(lastLookQuery(id)).data;
  if (looked === undefined) return null;
  return <> · {looked === null ? t.sharing.notLooked : t.sharing.looked(shortMoment(looked, deviceTimezone(), language))}</>;
}

/** One that is over: kept to be read. */
export function EndedRow({ consent: { id, recipient_name: name, state, ended_at: ended } }: { consent: Consent }): JSX.Element {
  return (
    <li class="card row row-apart">
      <div>
        <p class="strong">{name}</p>
        <p class="soft small">{[t.sharing.states[state], ended !== null && dayOf(ended)].filter(Boolean).join(' · ')}</p>
      </div>
      <ButtonLink to={`/me/sharing/${id}`} look="quiet" label={t.sharing.detailsNamed(name)}>
        {t.sharing.details}
      </ButtonLink>
    </li>
  );
}
