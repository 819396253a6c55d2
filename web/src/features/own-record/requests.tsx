/** More of my record than the app shows: asked for here, answered within thirty days. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { askForAccess, OWN_RECORD, requestsQuery, type AccessRequest } from '../../api/own-record';
import { isOffline } from '../../api/problem';
import { useSending } from '../../api/use-sending';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { Pages } from '../../ui/pages';
import { Answer, Part } from './part';
import { WordsForm } from './words-form';

export function Requests(): JSX.Element {
  const query = useInfiniteQuery(requestsQuery);
  const words = t.ownRecord.requests;
  return (
    <Part name="requests" title={words.title} about={words.about} ask={words.ask} sent={words.sent} form={(close, sent) => <Form onClose={close} onSent={sent} />}>
      <Pages query={query} isOffline={isOffline} more={t.ownRecord.more} empty={null}>
        {(rows) => (
          <ul class="stack-small">
            {rows.map((row) => (
              <One key={row.id} row={row} />
            ))}
          </ul>
        )}
      </Pages>
    </Part>
  );
}

function Form({ onClose, onSent }: { onClose: () => void; onSent: () => void }): JSX.Element {
  const asking = useSending(askForAccess, [OWN_RECORD], onSent);
  const words = t.ownRecord.requests;
  return <WordsForm label={words.wants} hint={words.wantsHint} save={t.ownRecord.send} field="wants" error={asking.error} busy={asking.isPending} onSave={(wants) => asking.mutate(wants)} onClose={onClose} />;
}

function One({ row: { wants, received_on: received, due_on: due, extension_reason: reason, outcome, answer } }: { row: AccessRequest }): JSX.Element {
  const words = t.ownRecord.requests;
  return (
    <li class="card stack-small">
      <p>{wants}</p>
      <p class="soft small">{outcome === '' ? words.due(dayOf(received), dayOf(due)) : words.outcomes[outcome]}</p>
      {reason !== '' && <p>{words.longer(reason)}</p>}
      <Answer words={answer} />
    </li>
  );
}
