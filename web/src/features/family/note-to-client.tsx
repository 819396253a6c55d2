/** A kind note to the one who shares: a line from a list, own words, or both. Whether it is read is theirs. */
import { useMutation, useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { noteFormQuery, sendNote, type Said } from '../../api/family';
import { isOffline, isProblem } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { newSubmissionId } from '../../lib/ids';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { TextArea } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { SmallForm } from '../../ui/small-form';

const LONGEST = 500;

interface NoteProps {
  client: string;
  name: string;
}

export function NoteToClient({ client, name }: NoteProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState<Said>();
  if (sent) {
    return (
      <section class="card stack-small" role="status">
        <h2>{t.family.noteSent}</h2>
        <p>{sent.words}</p>
        <Button look="secondary" onClick={() => setSent(undefined)}>
          {t.family.done}
        </Button>
      </section>
    );
  }
  if (!open) {
    return (
      <div>
        <Button look="secondary" icon="edit" onClick={() => setOpen(true)}>
          {t.family.write(name)}
        </Button>
      </div>
    );
  }
  const close = (said?: Said): void => {
    setOpen(false);
    setSent(said);
  };
  return <NoteForm client={client} name={name} onClose={close} />;
}

function NoteForm({ client, name, onClose }: NoteProps & { onClose: (said?: Said) => void }): JSX.Element {
  const form = useQuery(noteFormQuery);
  const [phrase, setPhrase] = useState('');
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const [submissionId] = useState(newSubmissionId);
  const send = useMutation({ mutationFn: () => sendNote({ submission_id: submissionId, client, phrase, text: text.trim() }), onSuccess: onClose });
  const save = (): void => {
    const empty = phrase === '' && text.trim() === '';
    setMissing(empty);
    if (!empty) send.mutate();
  };
  return (
    <SmallForm trouble={missing ? t.family.noteMissing : send.error ? noteTrouble(send.error) : undefined} save={t.family.noteSend} busy={send.isPending} onSave={save} onClose={() => onClose()}>
      <h2>{t.family.noteTitle(name)}</h2>
      <Asked query={form} isOffline={isOffline}>
        {({ words, phrases }) => (
          <>
            <Notice>{words}</Notice>
            <p class="strong" aria-hidden="true">
              {t.family.notePhrase}
            </p>
            <Choices
              legend={t.family.notePhrase}
              compact="pills"
              value={phrase}
              onChange={setPhrase}
              choices={[...phrases.map((one) => ({ value: one.slug, label: one.words })), { value: '', label: t.family.noteNoPhrase }]}
            />
          </>
        )}
      </Asked>
      <TextArea label={t.family.noteOwn} hint={t.family.noteOwnHint} value={text} onChange={setText} maxLength={LONGEST} />
    </SmallForm>
  );
}

/** That sharing rests is said as neutrally as everywhere. */
const noteTrouble = (error: Error): string => (isProblem(error) && error.status === 404 ? t.family.noteOff : sentenceOf(error));
