/** Begin a version: its rule, its name, why, and the numbers that differ from the shipped ones. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { draftVersion, shippedQuery, WARNINGS, type RuleFamily } from '../../api/warnings';
import { isOffline } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Choices } from '../../ui/choices';
import { TextArea, TextField } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';
import { numbersOf, type Written } from './numbers';

export function DraftForm({ onClose }: { onClose: () => void }): JSX.Element {
  const [family, setFamily] = useState<RuleFamily>('score');
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [written, setWritten] = useState<Written>({});
  const [checked, setChecked] = useState(false);
  const saving = useSending(draftVersion, [WARNINGS], onClose);
  const missing = (value: string): string | undefined => (checked && value.trim() === '' ? t.warnings.required : undefined);
  const save = (): void => {
    setChecked(true);
    const { parameters, wrong } = numbersOf(written);
    if (name.trim() === '' || note.trim() === '' || wrong.length > 0) return;
    saving.mutate({ family, name: name.trim(), note: note.trim(), parameters });
  };
  return (
    <SmallForm trouble={saving.error ? sentenceOf(saving.error) : undefined} save={t.warnings.save} busy={saving.isPending} onSave={save} onClose={onClose}>
      <Choices legend={t.warnings.family} choices={optionsOf(t.warnings.families)} value={family} onChange={(value) => setFamily(value as RuleFamily)} />
      <TextField label={t.warnings.name} hint={t.warnings.nameHint} value={name} onChange={setName} maxLength={31} error={missing(name)} />
      <TextArea label={t.warnings.note} hint={t.warnings.noteHint} value={note} onChange={setNote} maxLength={500} error={missing(note)} />
      <Numbers written={written} checked={checked} onChange={setWritten} />
    </SmallForm>
  );
}

interface NumbersProps {
  written: Written;
  checked: boolean;
  onChange: (written: Written) => void;
}

function Numbers({ written, checked, onChange }: NumbersProps): JSX.Element {
  const shipped = useQuery(shippedQuery);
  const { wrong } = numbersOf(written);
  return (
    <details class="warnings-numbers">
      <summary>{t.warnings.numbers}</summary>
      <p class="soft small">{t.warnings.numbersHint}</p>
      <Asked query={shipped} isOffline={isOffline}>
        {({ ranges }) => (
          <div class="warnings-fields">
            {ranges.map((range) => (
              <TextField
                key={range.name}
                label={t.warnings.names[range.name] ?? range.name}
                inputMode="numeric"
                hint={t.warnings.between(range.least, range.most, range.shipped)}
                value={written[range.name] ?? ''}
                error={checked && wrong.includes(range.name) ? t.warnings.notNumber : undefined}
                onChange={(value) => onChange({ ...written, [range.name]: value })}
              />
            ))}
          </div>
        )}
      </Asked>
    </details>
  );
}
