/** My consents: what each person sees, why and until when, and how to stop it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { api } from '../../api/client';
import { isOffline } from '../../api/problem';
import { consentsQuery } from '../../api/queries';
import type { Consent } from '../../api/types';
import { fullDate } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Loading } from '../../ui/loading';
import { Failure } from '../../ui/message';
import { Notice } from '../../ui/notice';

export function Consents(): JSX.Element {
  const consents = useQuery(consentsQuery);
  const offline = isOffline(consents.error);
  return (
    <section class="stack-small" aria-labelledby="sharing">
      <h2 id="sharing">{t.me.sharing}</h2>
      <p class="soft">{t.me.sharingLead}</p>
      {consents.isPending && <Loading />}
      {consents.isError && !consents.data && <Failure offline={offline} onRetry={() => void consents.refetch()} />}
      {consents.data?.length === 0 && <p>{t.me.noSharing}</p>}
      {consents.data?.map((consent) => (
        <ConsentCard key={consent.id} consent={consent} />
      ))}
    </section>
  );
}

function ConsentCard({ consent }: { consent: Consent }): JSX.Element {
  const { recipient_name: name, relationship, categories, purpose, state } = consent;
  return (
    <article class="card stack-small">
      <div class="row row-apart">
        <h3>
          {name} <span class="soft">({relationship})</span>
        </h3>
        <Chip tone={state === 'in_force' ? 'calm' : 'plain'}>{t.me.states[state]}</Chip>
      </div>
      <dl class="facts">
        <dt>{t.me.sees(name.split(' ')[0] ?? name)}</dt>
        <dd>{categories.map((key) => t.me.categories[key] ?? key).join('; ')}</dd>
        <dt>{t.me.purpose}</dt>
        <dd>{purpose}</dd>
        <dt>{t.me.until}</dt>
        <dd>{fullDate(consent.expires_on, language)}</dd>
        <dt>{t.me.signed}</dt>
        <dd>{fullDate(consent.signed_at.slice(0, 10), language)}</dd>
      </dl>
      <details>
        <summary>{t.me.readText}</summary>
        <p class="consent-text">{consent.text}</p>
      </details>
      {state === 'in_force' && <StopSharing consent={consent} />}
    </article>
  );
}

/** Two taps: one to ask, one to stop. */
function StopSharing({ consent: { id, recipient_name: name } }: { consent: Consent }): JSX.Element {
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const stop = useMutation({
    mutationFn: () => api.POST('/api/v1/consents/{consent_id}/revoke/', { params: { path: { consent_id: id } } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['consents'] }),
  });
  if (!asked) {
    return (
      <div>
        <Button look="secondary" onClick={() => setAsked(true)}>
          {t.me.stop}
        </Button>
      </div>
    );
  }
  return (
    <div class="stack-small" role="group" aria-label={t.me.stopAsk(name)}>
      <Notice>
        <p class="strong">{t.me.stopAsk(name)}</p>
        <p>{t.me.stopMeans}</p>
      </Notice>
      {stop.isError && (
        <Notice tone="warm" urgent>
          {isOffline(stop.error) ? `${t.common.offlineTitle}. ${t.me.stopOffline}` : t.common.errorBody}
        </Notice>
      )}
      <div class="row">
        <Button busy={stop.isPending} onClick={() => stop.mutate()}>
          {t.me.stopYes}
        </Button>
        <Button look="quiet" onClick={() => setAsked(false)}>
          {t.common.cancel}
        </Button>
      </div>
    </div>
  );
}
