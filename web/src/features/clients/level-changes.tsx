/** Steps up and down with their reasons; the one to come can be taken back, and a new one planned. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { planLevelChange, takeBackLevelChange, type LevelChange, type LevelChangeBody } from '../../api/enrolment';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { fullDate } from '../../lib/dates';
import { optionsOf } from '../../lib/options';
import { language, t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { TextArea, TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { SelectField } from '../../ui/select-field';
import { SmallForm } from '../../ui/small-form';

type Level = LevelChangeBody['to_level'];

interface LevelChangesProps {
  client: string;
  level: Level;
  changes: readonly LevelChange[];
  /** The enrolment has no end yet. */
  open: boolean;
  today: string;
}

export function LevelChanges({ client, level, changes, open, today }: LevelChangesProps): JSX.Element {
  const [changing, setChanging] = useState(false);
  const words = t.record.program;
  return (
    <section class="card stack-small" aria-labelledby="record-changes">
      <h2 id="record-changes">{words.changes}</h2>
      {changes.length === 0 && <p class="soft">{words.changesNone}</p>}
      <ul class="record-rows">
        {changes.map((change) => (
          <OneChange key={change.id} client={client} change={change} />
        ))}
      </ul>
      {changing && <ChangeForm client={client} level={level} today={today} onClose={() => setChanging(false)} />}
      {open && !changing && (
        <div>
          <Button look="secondary" onClick={() => setChanging(true)}>
            {words.change}
          </Button>
        </div>
      )}
    </section>
  );
}

function OneChange({ client, change }: { client: string; change: LevelChange }): JSX.Element {
  const { id, from_level: from, to_level: to, direction, reason, effective_on: on, state, note } = change;
  const taking = useSending(() => takeBackLevelChange(client, id), [['clients', client]]);
  const words = t.record.program;
  return (
    <li class="stack-small">
      <div class="row row-apart">
        <p class="strong">{words.changed(t.record.levels[from], t.record.levels[to])}</p>
        <Chip tone={state === 'planned' ? 'warm' : 'plain'}>{words.states[state]}</Chip>
      </div>
      <p class="soft small">{[words.directions[direction], words.reasons[reason], words.from(fullDate(on, language))].join(' · ')}</p>
      {note !== '' && <p>{note}</p>}
      {taking.error && (
        <Notice tone="warm" urgent>
          {sentenceOf(taking.error)}
        </Notice>
      )}
      {state === 'planned' && (
        <div>
          <Button look="quiet" busy={taking.isPending} onClick={() => taking.mutate(undefined)}>
            {words.takeBack}
          </Button>
        </div>
      )}
    </li>
  );
}

const FIELDS = ['to_level', 'reason', 'effective_on', 'note'];
function ChangeForm({ client, level, today, onClose }: { client: string; level: Level; today: string; onClose: () => void }): JSX.Element {
  const [form, setForm] = useState({ to: '', reason: '', on: today, note: '' });
  const [checked, setChecked] = useState(false);
  const planning = useSending((body: LevelChangeBody) => planLevelChange(client, body), [['clients', client]], onClose);
  const words = t.record.program;
  const wrong = (value: string, field: string): string | undefined => (checked && value === '' ? t.record.required : refusalAt(planning.error, field));
  const save = (): void => {
    setChecked(true);
    const { to, reason, on, note } = form;
    if (to !== '' && reason !== '' && on !== '') planning.mutate({ to_level: to as Level, reason: reason as LevelChangeBody['reason'], effective_on: on, note: note.trim() });
  };
  const others = optionsOf(t.record.levels).filter(({ value }) => value !== level);
  const choose = { value: '', label: t.common.choose };
  return (
    <SmallForm bare save={words.save} busy={planning.isPending} trouble={troubleBesides(planning.error, FIELDS)} onSave={save} onClose={onClose}>
      <SelectField label={words.to} options={[choose, ...others]} value={form.to} error={wrong(form.to, 'to_level')} onChange={(to) => setForm({ ...form, to })} />
      <SelectField label={words.reason} options={[choose, ...optionsOf(words.reasons)]} value={form.reason} error={wrong(form.reason, 'reason')} onChange={(reason) => setForm({ ...form, reason })} />
      <TextField type="date" label={words.on} value={form.on} error={wrong(form.on, 'effective_on')} onChange={(on) => setForm({ ...form, on })} />
      <TextArea label={words.note} hint={words.noteHint} maxLength={500} value={form.note} error={refusalAt(planning.error, 'note')} onChange={(note) => setForm({ ...form, note })} />
    </SmallForm>
  );
}
