/** A form of one text: what is asked, what one complains of. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { refusalAt, troubleBesides } from '../../api/refusals';
import { TextArea } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';

const LONGEST = 4000;

interface WordsFormProps {
  label: string;
  hint: string;
  save: string;
  /** What the server calls the text. */
  field: string;
  error: Error | null;
  busy: boolean;
  onSave: (words: string) => void;
  onClose: () => void;
}

export function WordsForm({ label, hint, save, field, error, busy, onSave, onClose }: WordsFormProps): JSX.Element {
  const [words, setWords] = useState('');
  return (
    <SmallForm save={save} busy={busy} trouble={troubleBesides(error, [field])} onSave={() => onSave(words.trim())} onClose={onClose}>
      <TextArea label={label} hint={hint} rows={4} value={words} maxLength={LONGEST} onChange={setWords} error={refusalAt(error, field)} />
    </SmallForm>
  );
}
