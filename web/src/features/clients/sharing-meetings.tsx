/** Whom of the family the team asked to which meeting, and asking somebody: only those with whom the client shares this. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { takeBackMeeting, type AskedToMeeting } from '../../api/between';
import { isOffline } from '../../api/problem';
import { askToMeeting, CLIENT_SHARING, clientMeetingsQuery, mayBeAskedQuery, type MayBeAsked } from '../../api/staff-sharing';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { AskedPart } from '../../ui/asked-choice';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { SelectField } from '../../ui/select-field';
import { SmallForm } from '../../ui/small-form';

const when = (moment: string): string => shortMoment(moment, deviceTimezone(), language);

export function SharingMeetings({ client }: { client: string }): JSX.Element {
  const query = useInfiniteQuery(clientMeetingsQuery(client));
  return (
    <section class="stack-small" aria-labelledby="sharing-meetings">
      <h2 id="sharing-meetings">{t.staffSharing.meetings}</h2>
      <p class="soft">{t.staffSharing.meetingsLead}</p>
      <Ask client={client} />
      <Pages query={query} isOffline={isOffline} more={t.staffSharing.more} empty={<p class="soft">{t.staffSharing.meetingsNone}</p>}>
        {(rows) => (
          <ul class="stack-small">
            {rows.map((row) => (
              <Asked key={row.id} client={client} row={row} />
            ))}
          </ul>
        )}
      </Pages>
    </section>
  );
}

function Ask({ client }: { client: string }): JSX.Element {
  const asked = useQuery(mayBeAskedQuery(client));
  return (
    <AskedPart query={asked} isOffline={isOffline} label={t.staffSharing.meetingAsk}>
      {(found) => <MayBeAsking client={client} found={found} />}
    </AskedPart>
  );
}

/** Why nobody can be asked stands where the button would. */
function MayBeAsking({ client, found }: { client: string; found: MayBeAsked }): JSX.Element {
  const [asking, setAsking] = useState(false);
  if (found.people.length === 0) return <p>{t.staffSharing.meetingsNobody}</p>;
  if (found.meetings.length === 0) return <p>{t.staffSharing.meetingsNoDate}</p>;
  if (asking) return <AskForm client={client} found={found} onClose={() => setAsking(false)} />;
  return (
    <div>
      <Button look="secondary" onClick={() => setAsking(true)}>
        {t.staffSharing.meetingAsk}
      </Button>
    </div>
  );
}

function AskForm({ client, found: { people, meetings }, onClose }: { client: string; found: MayBeAsked; onClose: () => void }): JSX.Element {
  const [session, setSession] = useState(meetings[0]?.id ?? '');
  const [person, setPerson] = useState(people[0]?.person ?? '');
  const asking = useSending(askToMeeting, [CLIENT_SHARING(client)], onClose);
  return (
    <SmallForm
      save={t.staffSharing.meetingSave}
      busy={asking.isPending}
      trouble={asking.error ? sentenceOf(asking.error) : undefined}
      onSave={() => asking.mutate({ client, body: { session, person } })}
      onClose={onClose}
    >
      <SelectField
        label={t.staffSharing.meetingWhich}
        options={meetings.map(({ id, kind, starts_at: starts }) => ({ value: id, label: t.staffSharing.meetingOf(t.staffSharing.meetingKinds[kind], when(starts)) }))}
        value={session}
        onChange={setSession}
      />
      <SelectField label={t.staffSharing.meetingWho} options={people.map(({ person: value, name: label }) => ({ value, label }))} value={person} onChange={setPerson} />
      <p class="soft small">{t.staffSharing.meetingMeans}</p>
    </SmallForm>
  );
}

function Asked({ client, row: { id, person, starts_at: starts, answer, state } }: { client: string; row: AskedToMeeting }): JSX.Element {
  const back = useSending(takeBackMeeting, [CLIENT_SHARING(client)]);
  const standing = state === 'standing';
  const line = t.staffSharing.meetingWith(person.name, when(starts));
  return (
    <li class="card stack-small">
      <div class="row row-apart">
        <p class="strong">{line}</p>
        <Chip tone={standing && answer === 'yes' ? 'calm' : 'plain'}>{standing ? (t.staffSharing.meetingAnswers[answer] ?? answer) : t.staffSharing.meetingStates[state]}</Chip>
      </div>
      {back.error && (
        <Notice tone="warm" urgent>
          {sentenceOf(back.error)}
        </Notice>
      )}
      {standing && (
        <div>
          <Button look="quiet" busy={back.isPending} label={t.staffSharing.meetingBackNamed(line)} onClick={() => back.mutate(id)}>
            {t.staffSharing.meetingBack}
          </Button>
        </div>
      )}
    </li>
  );
}
