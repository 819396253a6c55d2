/** A new track: its name, its level of care, and how many fit. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { addTrack, PROGRAM, type Program, type TrackBody } from '../../api/program';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { useSending } from '../../api/use-sending';
import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { TextField } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { SmallForm } from '../../ui/small-form';

const NUMBER = /^[1-9]\d{0,3}$/;

export function TrackForm({ program, onClose }: { program: Program; onClose: () => void }): JSX.Element {
  const [name, setName] = useState('');
  const [level, setLevel] = useState<TrackBody['level_of_care']>('iop');
  const [capacity, setCapacity] = useState('');
  const [checked, setChecked] = useState(false);
  const adding = useSending(addTrack, [PROGRAM], onClose);
  const odd = capacity !== '' && !NUMBER.test(capacity);
  const save = (): void => {
    setChecked(true);
    if (name.trim() !== '' && !odd) adding.mutate({ program: program.id, name: name.trim(), level_of_care: level, capacity: capacity === '' ? null : Number(capacity) });
  };
  const words = t.program.tracks;
  return (
    <SmallForm save={words.save} busy={adding.isPending} trouble={troubleBesides(adding.error, ['name', 'capacity'])} onSave={save} onClose={onClose}>
      <h2>{words.add}</h2>
      <TextField label={words.name} maxLength={80} value={name} error={checked && name.trim() === '' ? t.program.required : refusalAt(adding.error, 'name')} onChange={setName} />
      <SelectField label={words.level} options={optionsOf(t.program.levels)} value={level} onChange={(value) => setLevel(value as TrackBody['level_of_care'])} />
      <TextField
        label={words.capacity}
        hint={t.program.series.capacityHint}
        inputMode="numeric"
        maxLength={4}
        value={capacity}
        error={checked && odd ? t.program.series.capacityWrong : refusalAt(adding.error, 'capacity')}
        onChange={setCapacity}
      />
    </SmallForm>
  );
}
