/** A note of thanks to one person. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { BETWEEN, sendThanks, type Phrase } from '../../api/between';
import { useSending } from '../../api/use-sending';
import { newSubmissionId } from '../../lib/ids';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { NotSent } from './not-sent';
import { PhraseField, saidIn } from './phrase-field';
import type { Person } from '../../api/use-people';

const LONGEST = 500;

export function ThanksForm({ people, phrases, onSent }: { people: readonly Person[]; phrases: readonly Phrase[]; onSent: () => void }): JSX.Element {
  const [to, setTo] = useState(people.length === 1 ? people[0]?.id : undefined);
  const [phrase, setPhrase] = useState('');
  const [text, setText] = useState('');
  const [checked, setChecked] = useState(false);
  const [submission] = useState(newSubmissionId);
  const send = useSending(sendThanks, [BETWEEN], onSent);
  const empty = phrase === '' && text.trim() === '';
  const submit = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    if (send.isPending || empty || to === undefined) return;
    send.mutate({ submission_id: submission, to, ...saidIn(phrase, text) });
  };
  return (
    <form class="stack-small" noValidate onSubmit={submit}>
      <ToWhom people={people} to={to} onPick={setTo} missing={checked && to === undefined} />
      <PhraseField phrases={phrases} phrase={phrase} text={text} longest={LONGEST} onPhrase={setPhrase} onText={setText} error={checked && empty ? t.between.empty : undefined} />
      <NotSent error={send.error} />
      <div>
        <Button type="submit" busy={send.isPending}>
          {t.between.send}
        </Button>
      </div>
    </form>
  );
}

interface ToWhomProps {
  people: readonly Person[];
  to: string | undefined;
  missing: boolean;
  onPick: (person: string) => void;
}

function ToWhom({ people, to, missing, onPick }: ToWhomProps): JSX.Element {
  const [first] = people;
  if (people.length === 1 && first) return <p class="strong">{t.between.forWhom(first.name)}</p>;
  return (
    <Choices legend={t.between.to} compact="pills" value={to} onChange={onPick} choices={people.map(({ id, name }) => ({ value: id, label: name }))} error={missing ? t.between.pick : undefined} />
  );
}
