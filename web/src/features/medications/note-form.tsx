/** What I noticed with one medication, for my care team: who reads it and when is said on the box. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { medicationNotesQuery, writeMedicationNote, type Medication } from '../../api/medications';
import { sentenceOf } from '../../api/trouble';
import { newSubmissionId } from '../../lib/ids';
import { t } from '../../lib/strings';
import { TextArea } from '../../ui/field';
import { SmallForm } from '../../ui/small-form';

const LONGEST_NOTE = 2000;

export function NoteForm({ medication, onClose }: { medication: Medication; onClose: () => void }): JSX.Element {
  const queries = useQueryClient();
  const [id] = useState(newSubmissionId);
  const [text, setText] = useState('');
  const [checked, setChecked] = useState(false);
  const writing = useMutation({
    mutationFn: (words: string) => writeMedicationNote(medication.id, { submission_id: id, text: words }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: medicationNotesQuery.queryKey });
      onClose();
    },
  });
  const save = (): void => {
    setChecked(true);
    if (text.trim() !== '') writing.mutate(text.trim());
  };
  return (
    <SmallForm bare save={t.care.medications.noteSave} busy={writing.isPending} trouble={writing.error ? sentenceOf(writing.error, t.care.goals.notSaved) : undefined} onSave={save} onClose={onClose}>
      <TextArea
        label={t.care.medications.noteFor(medication.name)}
        hint={t.care.medications.noteHint}
        maxLength={LONGEST_NOTE}
        value={text}
        onChange={setText}
        error={checked && text.trim() === '' ? t.care.medications.noteNeed : undefined}
      />
      <p class="soft small">{t.care.medications.noteAtOnce}</p>
    </SmallForm>
  );
}
