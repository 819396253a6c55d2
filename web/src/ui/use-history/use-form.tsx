/** Telling of use before the program, to a client or to a clinician who asks. Each part may be left out. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { Choices } from '../choices';
import { TextField } from '../field';
import { SmallForm } from '../small-form';
import { Why, type WhyAsked } from '../why';
import { timesWrong, toldOf, type Told, type ToldDraft } from './told';

/** The same questions in the words of who is asked. */
export interface FormWords {
  lastUse: string;
  lastUseHint?: string;
  episodes: string;
  episodesHint: string;
  goal: string;
  goals: Record<string, string>;
  pattern: string;
  skip: string;
}

interface UseFormProps {
  /** What was told last. */
  start: ToldDraft;
  words: FormWords;
  sending: { busy: boolean; trouble: string | undefined; refusedAt: (field: string) => string | undefined; save: (told: Told) => void };
  onClose: () => void;
  /** It is the client who is asked, and may want to know why. */
  own?: boolean;
}

export function UseForm({ start, words, sending, onClose, own = false }: UseFormProps): JSX.Element {
  const [form, setForm] = useState(start);
  const [checked, setChecked] = useState(false);
  const save = (): void => {
    setChecked(true);
    if (!timesWrong(form)) sending.save(toldOf(form));
  };
  const wrong = checked && timesWrong(form) ? t.useHistory.episodesWrong : sending.refusedAt('episodes_in_year');
  return (
    <SmallForm bare save={t.useHistory.save} busy={sending.busy} trouble={sending.trouble} onSave={save} onClose={onClose}>
      <TextField type="date" label={words.lastUse} hint={words.lastUseHint} value={form.last} error={sending.refusedAt('last_use_on')} onChange={(last) => setForm({ ...form, last })} />
      <OwnWhy own={own} about={words.lastUse} of="historyLastUse" />
      <TextField label={words.episodes} hint={words.episodesHint} inputMode="numeric" maxLength={3} value={form.times} error={wrong} onChange={(times) => setForm({ ...form, times })} />
      <OwnWhy own={own} about={words.episodes} of="historyTimes" />
      <Pills label={words.goal} choices={words.goals} skip={words.skip} value={form.goal} onChange={(goal) => setForm({ ...form, goal: goal as ToldDraft['goal'] })} />
      <OwnWhy own={own} about={words.goal} of="historyGoal" />
      <Pills label={words.pattern} choices={t.useHistory.patterns} skip={words.skip} value={form.pattern} onChange={(pattern) => setForm({ ...form, pattern: pattern as ToldDraft['pattern'] })} />
      <OwnWhy own={own} about={words.pattern} of="historyPattern" />
    </SmallForm>
  );
}

function OwnWhy({ own, about, of }: { own: boolean; about: string; of: WhyAsked }): JSX.Element | null {
  return own ? <Why about={about} of={of} /> : null;
}

interface PillsProps {
  label: string;
  choices: Record<string, string>;
  skip: string;
  value: string;
  onChange: (value: string) => void;
}

function Pills({ label, choices, skip, value, onChange }: PillsProps): JSX.Element {
  return (
    <div>
      <p class="field-label" aria-hidden="true">
        {label}
      </p>
      <Choices compact="pills" legend={label} choices={[...optionsOf(choices), { value: '', label: skip }]} value={value} onChange={onChange} />
    </div>
  );
}
