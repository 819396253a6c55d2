/** What people asked or said about their records, and what waits for an answer. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { Suspense } from 'preact/compat';

import {
  answerComplaint, answerRequest, askedQuery, complaintLogQuery, extendRequest, RECORDS, statementsOfClientsQuery,
  type AskedForAccess, type LoggedComplaint, type Outcome,
} from '../../api/records';
import { peopleQuery } from '../../api/program';
import { useSending } from '../../api/use-sending';
import { dayOf } from '../../lib/day-of';
import { lazyWithWords, t } from '../../lib/strings';
import { Chip } from '../../ui/chip';
import { RowLink } from '../../ui/row-link';
import { ProgramFrame } from './program-page';
import { AnswerForm } from './records-answer';
import { Rows } from './records-rows';
import { Said } from './statement-row';

const RequestOnBehalf = lazyWithWords(['program', 'records'], () => import('./received-form').then((m) => m.RequestOnBehalf));
const ComplaintOnBehalf = lazyWithWords(['program', 'records'], () => import('./received-form').then((m) => m.ComplaintOnBehalf));

export function RecordsScreen(): JSX.Element {
  const asked = useInfiniteQuery(askedQuery);
  const said = useInfiniteQuery(statementsOfClientsQuery);
  const log = useInfiniteQuery(complaintLogQuery);
  const clients = useQuery(peopleQuery('client'));
  const words = t.records;
  return (
    <ProgramFrame section="records">
      <div class="stack-small">
        <RowLink to="/records/breaches" icon="lock" title={words.breaches.title}>
          {words.breaches.about}
        </RowLink>
        <RowLink to="/records/notice" icon="text" title={words.notice.title}>
          {words.notice.about}
        </RowLink>
      </div>
      <Rows name="asked" title={words.asked.title} query={asked} empty={words.asked.none} before={<Suspense fallback={null}><RequestOnBehalf people={clients} /></Suspense>}>
        {(row) => <Asked row={row} />}
      </Rows>
      <Rows name="said" title={words.said.title} query={said} empty={words.said.none}>
        {(row) => <Said row={row} />}
      </Rows>
      <Rows name="log" title={words.log.title} query={log} empty={words.log.none} before={<Suspense fallback={null}><ComplaintOnBehalf people={clients} /></Suspense>}>
        {(row) => <Logged row={row} />}
      </Rows>
    </ProgramFrame>
  );
}

function Asked({ row: { id, client, wants, due_on: due, is_late: late, outcome, answer, extended_at: extended } }: { row: AskedForAccess }): JSX.Element {
  const extending = useSending(extendRequest, [RECORDS]);
  const answering = useSending(answerRequest, [RECORDS]);
  const words = t.records.asked;
  return (
    <>
      <div class="row row-apart">
        <p class="strong">{client.name}</p>
        <Chip tone={late ? 'warm' : 'plain'}>{outcome === '' ? words.due(dayOf(due), late) : words.outcomes[outcome]}</Chip>
      </div>
      <p>{wants}</p>
      {answer !== '' && <p class="soft">{answer}</p>}
      {outcome === '' && (
        <>
          <AnswerForm open={words.answer} choices={words.outcomes} field="answer" label={t.records.words} error={answering.error} busy={answering.isPending} onSend={(choice, text) => answering.mutate({ id, outcome: choice as Outcome, answer: text })} />
          {extended === null && <AnswerForm open={words.extend} field="reason" label={words.reason} error={extending.error} busy={extending.isPending} onSend={(_, reason) => extending.mutate({ id, reason })} />}
        </>
      )}
    </>
  );
}

function Logged({ row: { id, person, words: text, received_on: received, answer } }: { row: LoggedComplaint }): JSX.Element {
  const answering = useSending(answerComplaint, [RECORDS]);
  const words = t.records.log;
  return (
    <>
      <p class="strong">{person?.name ?? words.nobody}</p>
      <p>{text}</p>
      <p class="soft small">{dayOf(received)}</p>
      {answer === '' ? (
        <AnswerForm open={words.answer} field="answer" label={t.records.words} error={answering.error} busy={answering.isPending} onSend={(_, said) => answering.mutate({ id, answer: said })} />
      ) : (
        <p class="soft">{answer}</p>
      )}
    </>
  );
}
