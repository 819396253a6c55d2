/** My own statements beside the record: they stay there, and go along with every copy. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { addStatement, OWN_RECORD, STATEMENTS_FILE, statementsQuery, type Statement, type StatementBody } from '../../api/own-record';
import { isOffline } from '../../api/problem';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { useSending } from '../../api/use-sending';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { ButtonOut } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { TextArea, TextField } from '../../ui/field';
import { Pages } from '../../ui/pages';
import { SelectField } from '../../ui/select-field';
import { SmallForm } from '../../ui/small-form';
import { Answer, Part } from './part';

const LONGEST = 4000;

export function Statements(): JSX.Element {
  const query = useInfiniteQuery(statementsQuery);
  const words = t.ownRecord.statements;
  return (
    <Part name="statements" title={words.title} about={words.about} ask={words.ask} sent={words.sent} form={(close, sent) => <Form onClose={close} onSent={sent} />}>
      <Pages query={query} isOffline={isOffline} more={t.ownRecord.more} empty={null}>
        {(rows) => (
          <>
            <ul class="stack-small">
              {rows.map((row) => (
                <One key={row.id} row={row} />
              ))}
            </ul>
            <div>
              <ButtonOut look="quiet" href={STATEMENTS_FILE}>
                {words.copy}
              </ButtonOut>
            </div>
          </>
        )}
      </Pages>
    </Part>
  );
}

function One({ row: { kind, part, about_on: on, words: text, state, answer } }: { row: Statement }): JSX.Element {
  const words = t.ownRecord.statements;
  return (
    <li class="card stack-small">
      <div class="row row-apart">
        <p class="soft small">{[words.kinds[kind], words.parts[part], on && dayOf(on)].filter(Boolean).join(' · ')}</p>
        <Chip tone={state === 'accepted' ? 'calm' : 'plain'}>{words.states[state]}</Chip>
      </div>
      <p>{text}</p>
      <Answer words={answer} />
    </li>
  );
}

function Form({ onClose, onSent }: { onClose: () => void; onSent: () => void }): JSX.Element {
  const [draft, setDraft] = useState<StatementBody>({ kind: 'correction', part: 'check_ins', words: '', about_on: null });
  const sending = useSending(addStatement, [OWN_RECORD], onSent);
  const words = t.ownRecord.statements;
  const optionsOf = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));
  return (
    <SmallForm save={t.ownRecord.send} busy={sending.isPending} trouble={troubleBesides(sending.error, ['words', 'about_on'])} onSave={() => sending.mutate({ ...draft, words: draft.words.trim() })} onClose={onClose}>
      <SelectField label={words.kind} value={draft.kind} options={optionsOf(words.kinds)} onChange={(kind) => setDraft({ ...draft, kind: kind as StatementBody['kind'] })} />
      <SelectField label={words.part} value={draft.part} options={optionsOf(words.parts)} onChange={(part) => setDraft({ ...draft, part: part as StatementBody['part'] })} />
      <TextField type="date" label={words.on} value={draft.about_on ?? ''} onChange={(on) => setDraft({ ...draft, about_on: on || null })} error={refusalAt(sending.error, 'about_on')} />
      <TextArea label={words.what} rows={4} value={draft.words} maxLength={LONGEST} onChange={(text) => setDraft({ ...draft, words: text })} error={refusalAt(sending.error, 'words')} />
    </SmallForm>
  );
}
