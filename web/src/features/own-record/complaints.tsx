/** Complaints about privacy, and that somebody outside can be asked as well. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { complain, complaintsQuery, OWN_RECORD, type Complaint } from '../../api/own-record';
import { isOffline } from '../../api/problem';
import { useSending } from '../../api/use-sending';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { Pages } from '../../ui/pages';
import { Answer, Part } from './part';
import { WordsForm } from './words-form';

export function Complaints(): JSX.Element {
  const query = useInfiniteQuery(complaintsQuery);
  const words = t.ownRecord.complaints;
  return (
    <Part name="complaints" title={words.title} about={words.about} ask={words.ask} sent={words.sent} form={(close, sent) => <Form onClose={close} onSent={sent} />}>
      <p class="soft small">{words.outside}</p>
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
  const sending = useSending(complain, [OWN_RECORD], onSent);
  const words = t.ownRecord.complaints;
  return <WordsForm label={words.what} hint={words.whatHint} save={t.ownRecord.send} field="words" error={sending.error} busy={sending.isPending} onSave={(text) => sending.mutate(text)} onClose={onClose} />;
}

const One = ({ row: { words, received_on: received, answer } }: { row: Complaint }): JSX.Element => (
  <li class="card stack-small">
    <p>{words}</p>
    <p class="soft small">{dayOf(received)}</p>
    <Answer words={answer} />
  </li>
);
