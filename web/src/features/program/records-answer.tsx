/** An answer of staff: what it is, and the words that the person reads. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { refusalAt, troubleBesides } from '../../api/refusals';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { SmallForm } from '../../ui/small-form';

const LONGEST = 4000;

interface AnswerFormProps {
  /** On the button that opens it. */
  open: string;
  /** What the answer may be; none where it is words alone. */
  choices?: Record<string, string>;
  /** What the server calls the words. */
  field: 'answer' | 'reason';
  label: string;
  error: Error | null;
  busy: boolean;
  onSend: (choice: string, words: string) => void;
}

export function AnswerForm({ open, choices, field, label, error, busy, onSend }: AnswerFormProps): JSX.Element {
  const options = Object.entries(choices ?? {}).map(([value, name]) => ({ value, label: name }));
  const [isOpen, setOpen] = useState(false);
  const [choice, setChoice] = useState(options[0]?.value ?? '');
  const [words, setWords] = useState('');
  if (!isOpen)
    return (
      <div>
        <Button look="secondary" onClick={() => setOpen(true)}>
          {open}
        </Button>
      </div>
    );
  return (
    <SmallForm bare save={t.records.send} busy={busy} trouble={troubleBesides(error, [field])} onSave={() => onSend(choice, words.trim())} onClose={() => setOpen(false)}>
      {options.length > 0 && <SelectField label={t.records.choose} options={options} value={choice} onChange={setChoice} />}
      <TextArea label={label} rows={3} value={words} maxLength={LONGEST} onChange={setWords} error={refusalAt(error, field)} />
    </SmallForm>
  );
}
