/** A client's statement beside their record, and the answer of whoever looks after them. */
import type { JSX } from 'preact';

import { answerStatement, RECORDS, type StatementOfClient } from '../../api/records';
import { useSending } from '../../api/use-sending';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { Chip } from '../../ui/chip';
import { AnswerForm } from './records-answer';

export function Said({ row: { id, client, words: text, written_at: written, state, answer } }: { row: StatementOfClient }): JSX.Element {
  const answering = useSending(answerStatement, [RECORDS]);
  const words = t.records.said;
  return (
    <>
      <div class="row row-apart">
        <p class="strong">{client.name}</p>
        <Chip>{words.states[state]}</Chip>
      </div>
      <p>{text}</p>
      <p class="soft small">{dayOf(written)}</p>
      {answer !== '' && <p class="soft">{answer}</p>}
      {state === 'waiting' && (
        <AnswerForm open={words.answer} choices={words.answers} field="answer" label={t.records.words} error={answering.error} busy={answering.isPending} onSend={(choice, said) => answering.mutate({ id, accepted: choice === 'yes', answer: said })} />
      )}
    </>
  );
}
