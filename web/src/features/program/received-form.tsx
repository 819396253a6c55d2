/** Writing down for somebody what they asked or complained of on paper, on the telephone or in person. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { RECORDS, recordComplaint, recordRequest, type RequestBody, type Way } from '../../api/records';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { useSending } from '../../api/use-sending';
import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { useOwnDay } from '../../offline/use-own-day';
import { AskedSelect, type Query } from '../../ui/asked-choice';
import { Button } from '../../ui/button';
import { TextArea, TextField } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { SmallForm } from '../../ui/small-form';

const LONGEST = 4000;

export interface Named {
  id: string;
  name: string;
}

interface Received {
  person: string;
  on: string;
  how: Way;
  words: string;
}

/** A button, and after it the form. */
function Opened({ open, children }: { open: string; children: (close: () => void) => JSX.Element }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return children(() => setOpen(false));
  return (
    <div>
      <Button look="secondary" icon="plus" onClick={() => setOpen(true)}>
        {open}
      </Button>
    </div>
  );
}

/** Who may be chosen, as far as they are known. */
type People = Query<readonly Named[]>;

interface FieldsProps {
  people: People;
  /** What stands in place of a name before one is chosen. */
  nobody: string;
  received: Received;
  put: (changes: Partial<Received>) => void;
  label: string;
  error: (field: keyof Received) => string | undefined;
}

function Fields({ people, nobody, received: { person, on, how, words }, put, label, error }: FieldsProps): JSX.Element {
  const said = t.records.received;
  return (
    <>
      <AskedSelect
        label={said.person}
        query={people}
        isOffline={isOffline}
        first={nobody}
        options={(all) => all.map(({ id: value, name }) => ({ value, label: name }))}
        value={person}
        onChange={(value) => put({ person: value })}
        error={error('person')}
      />
      <TextField type="date" label={said.on} value={on} onChange={(value) => put({ on: value })} error={error('on')} />
      <SelectField label={said.how} options={optionsOf(said.ways)} value={how} onChange={(value) => put({ how: value as Way })} />
      <TextArea label={label} rows={4} value={words} maxLength={LONGEST} onChange={(value) => put({ words: value })} error={error('words')} />
    </>
  );
}

function useReceived(needed: readonly (keyof Received)[], refused: Record<keyof Received, string>, error: Error | null) {
  const on = useOwnDay();
  const [received, setReceived] = useState<Received>({ person: '', on, how: 'paper', words: '' });
  const [asked, setAsked] = useState(false);
  const missing = (field: keyof Received): boolean => needed.includes(field) && received[field].trim() === '';
  return {
    received,
    put: (changes: Partial<Received>): void => setReceived({ ...received, ...changes }),
    error: (field: keyof Received): string | undefined => (asked && missing(field) ? t.program.required : refusalAt(error, refused[field])),
    /** Whether all is there; else it is said beside the fields from now on. */
    whole: (): boolean => (setAsked(true), !needed.some(missing)),
  };
}

const OF_REQUEST = { person: 'client', on: 'received_on', how: 'received_how', words: 'wants' };
const OF_COMPLAINT = { person: 'person', on: 'received_on', how: 'received_how', words: 'words' };

export function RequestOnBehalf({ people }: { people: People }): JSX.Element {
  return <Opened open={t.records.asked.add}>{(close) => <RequestForm people={people} onClose={close} />}</Opened>;
}

function RequestForm({ people, onClose }: { people: People; onClose: () => void }): JSX.Element {
  const [form, setForm] = useState<NonNullable<RequestBody['form']>>('paper');
  const sending = useSending(recordRequest, [RECORDS], onClose);
  const { received, whole, ...fields } = useReceived(['person', 'on', 'words'], OF_REQUEST, sending.error);
  const save = (): void => {
    if (whole()) sending.mutate({ client: received.person, received_on: received.on, received_how: received.how, wants: received.words.trim(), form });
  };
  const words = t.records.asked;
  return (
    <SmallForm save={t.records.received.save} busy={sending.isPending} trouble={troubleBesides(sending.error, Object.values(OF_REQUEST))} onSave={save} onClose={onClose}>
      <p class="soft">{words.addAbout}</p>
      <Fields people={people} nobody={t.common.choose} label={words.wants} received={received} {...fields} />
      <SelectField label={words.form} options={optionsOf(words.forms)} value={form} onChange={(value) => setForm(value as typeof form)} />
    </SmallForm>
  );
}

export function ComplaintOnBehalf({ people }: { people: People }): JSX.Element {
  return <Opened open={t.records.log.add}>{(close) => <ComplaintForm people={people} onClose={close} />}</Opened>;
}

function ComplaintForm({ people, onClose }: { people: People; onClose: () => void }): JSX.Element {
  const sending = useSending(recordComplaint, [RECORDS], onClose);
  const { received, whole, ...fields } = useReceived(['on', 'words'], OF_COMPLAINT, sending.error);
  const save = (): void => {
    if (whole()) sending.mutate({ person: received.person === '' ? null : received.person, received_on: received.on, received_how: received.how, words: received.words.trim() });
  };
  const words = t.records.log;
  return (
    <SmallForm save={t.records.received.save} busy={sending.isPending} trouble={troubleBesides(sending.error, Object.values(OF_COMPLAINT))} onSave={save} onClose={onClose}>
      <p class="soft">{words.addAbout}</p>
      <p class="field-hint">{words.family}</p>
      <Fields people={people} nobody={words.nobody} label={words.words} received={received} {...fields} />
    </SmallForm>
  );
}
