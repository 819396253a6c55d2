/** Whom a client shares with: read-only, but for what came in on paper and for requests to answer. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { copyOf } from '../../api/sharing';
import { clientConsentsQuery, CLIENT_SHARING, flagFalse, type ClientConsent } from '../../api/staff-sharing';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { dayOf } from '../../lib/day-of';
import { fullDate } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { AskFirst } from '../../ui/ask-first';
import { Button, ButtonOut } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Message } from '../../ui/message';
import { Pages } from '../../ui/pages';
import { PaperForm } from './paper-form';
import { SharingLimits } from './sharing-limits';
import { SharingMeetings } from './sharing-meetings';

export function SharingTab({ client }: { client: string }): JSX.Element {
  const query = useInfiniteQuery(clientConsentsQuery(client));
  return (
    <div class="stack">
      <header class="stack-small">
        <h2>{t.staffSharing.consents}</h2>
        <p class="soft">{t.staffSharing.consentsLead}</p>
      </header>
      <Pages query={query} isOffline={isOffline} more={t.staffSharing.more} empty={<Message level={2} icon="family" title={t.staffSharing.none} body={t.staffSharing.noneBody} />}>
        {(consents) => (
          <ul class="stack-small">
            {consents.map((consent) => (
              <OneConsent key={consent.id} client={client} consent={consent} />
            ))}
          </ul>
        )}
      </Pages>
      <SharingMeetings client={client} />
      <SharingLimits client={client} />
    </div>
  );
}

/** As the form has it when the client gives no purpose of their own. */
const OWN_REQUEST = 'at the request of the patient';
const STANDING: readonly ClientConsent['state'][] = ['in_force', 'paused', 'waiting'];

function OneConsent({ client, consent }: { client: string; consent: ClientConsent }): JSX.Element {
  const { recipient_name: name, relationship, categories, state } = consent;
  return (
    <li class="card stack-small">
      <div class="row row-apart">
        <h3>
          {name} <span class="soft">({relationship})</span>
        </h3>
        <Chip tone={state === 'in_force' ? 'calm' : 'plain'}>{t.staffSharing.states[state]}</Chip>
      </div>
      <dl class="facts">
        <dt>{t.staffSharing.sees}</dt>
        <dd>
          <ul class="client-sees">
            {categories.map((category) => (
              <li key={category}>{t.staffSharing.categories[category]}</li>
            ))}
          </ul>
        </dd>
        <dt>{t.staffSharing.purpose}</dt>
        <dd>{consent.purpose === OWN_REQUEST ? t.staffSharing.ownRequest : consent.purpose}</dd>
        <dt>{t.staffSharing.signed}</dt>
        <dd>{dayOf(consent.signed_at)}</dd>
        <dt>{t.staffSharing.until}</dt>
        <dd>{fullDate(consent.expires_on, language)}</dd>
        {consent.ended_at !== null && (
          <>
            <dt>{t.staffSharing.endedOn}</dt>
            <dd>{endOf(consent)}</dd>
          </>
        )}
      </dl>
      <Moves client={client} consent={consent} />
    </li>
  );
}

function endOf({ ended_at: ended, received_how: how, received_on: on }: ClientConsent): string {
  const day = ended === null ? '' : dayOf(ended);
  if (how === '' || on === null) return day;
  return `${day} · ${t.staffSharing.receivedBy((t.staffSharing.hows[how] ?? how).toLowerCase(), fullDate(on, language))}`;
}

function Moves({ client, consent: { id, recipient_name: name, state } }: { client: string; consent: ClientConsent }): JSX.Element {
  const [doing, setDoing] = useState<'paper' | 'flag'>();
  const leave = (): void => setDoing(undefined);
  if (doing === 'paper') return <PaperForm client={client} consent={id} onClose={leave} />;
  return (
    <div class="row">
      <ButtonOut href={copyOf(id)} look="quiet" icon="print" label={t.staffSharing.copyNamed(name)}>
        {t.staffSharing.copy}
      </ButtonOut>
      {STANDING.includes(state) && (
        <>
          <Button look="secondary" label={t.staffSharing.paperNamed(name)} onClick={() => setDoing('paper')}>
            {t.staffSharing.paper}
          </Button>
          <Button look="quiet" label={t.staffSharing.flagNamed(name)} onClick={() => setDoing('flag')}>
            {t.staffSharing.flag}
          </Button>
        </>
      )}
      {doing === 'flag' && <FlagAsk client={client} consent={id} onClose={leave} />}
    </div>
  );
}

function FlagAsk({ client, consent, onClose }: { client: string; consent: string; onClose: () => void }): JSX.Element {
  const flagging = useSending(flagFalse, [CLIENT_SHARING(client)], onClose);
  return (
    <AskFirst title={t.staffSharing.flagAsk} yes={t.staffSharing.flagYes} busy={flagging.isPending} trouble={flagging.error ? sentenceOf(flagging.error) : undefined} onYes={() => flagging.mutate(consent)} onClose={onClose}>
      <p>{t.staffSharing.flagMeans}</p>
    </AskFirst>
  );
}
