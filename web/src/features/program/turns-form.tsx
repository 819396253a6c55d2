/** Adding turns: who, which place, which days and hours, and for how many weeks. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import type { Program } from '../../api/program';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { addWeekly, ROTA, type Place, type WeeklyBody } from '../../api/rota';
import { useSending } from '../../api/use-sending';
import { weekday } from '../../lib/dates';
import { fieldOfMinute, minuteOfField } from '../../lib/minutes';
import { optionsOf } from '../../lib/options';
import { language, t } from '../../lib/strings';
import { daysFrom } from '../../lib/weeks';
import { Button } from '../../ui/button';
import { CheckList } from '../../ui/check-list';
import { TextField } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { SmallForm } from '../../ui/small-form';
import { PersonSelect } from './person-select';

const MOST_WEEKS = 26;
const SHOWN = ['person', 'weekdays', 'begins', 'ends', 'first_on', 'weeks', 'starts_at', 'ends_at'];

interface Draft {
  person: string;
  place: Place;
  weekdays: string[];
  begins: string;
  ends: string;
  weeks: string;
}

const EMPTY: Draft = { person: '', place: 'on_call', weekdays: [], begins: fieldOfMinute(17 * 60), ends: fieldOfMinute(9 * 60), weeks: '1' };

export function TurnsForm({ program, monday }: { program: Program; monday: string }): JSX.Element {
  const [draft, setDraft] = useState<Draft>();
  const [checked, setChecked] = useState(false);
  const close = (): void => setDraft(undefined);
  const adding = useSending(addWeekly, [ROTA], close);
  if (!draft) {
    return (
      <div>
        <Button look="secondary" icon="plus" onClick={() => setDraft(EMPTY)}>
          {t.rota.add}
        </Button>
      </div>
    );
  }
  const body = bodyOf(draft, program.id, monday);
  const save = (): void => {
    setChecked(true);
    if (body) adding.mutate(body);
  };
  return (
    <SmallForm save={t.rota.save} busy={adding.isPending} trouble={troubleBesides(adding.error, SHOWN)} onSave={save} onClose={close}>
      <Fields draft={draft} monday={monday} onChange={(part) => setDraft({ ...draft, ...part })} checked={checked} error={adding.error} />
    </SmallForm>
  );
}

interface FieldsProps {
  draft: Draft;
  monday: string;
  onChange: (part: Partial<Draft>) => void;
  checked: boolean;
  error: Error | null;
}

function Fields({ draft, monday, onChange, checked, error }: FieldsProps): JSX.Element {
  const wrong = (missing: boolean, ...fields: string[]): string | undefined => (checked && missing ? t.rota.required : fields.map((field) => refusalAt(error, field)).find(Boolean));
  return (
    <>
      <PersonSelect label={t.rota.person} first={t.rota.none} value={draft.person} onChange={(person) => onChange({ person })} error={wrong(draft.person === '', 'person')} />
      <SelectField label={t.rota.place} options={optionsOf(t.rota.places)} value={draft.place} onChange={(place) => onChange({ place: place as Place })} />
      <CheckList legend={t.rota.days} options={daysFrom(monday).map((day, at) => ({ value: String(at), label: weekday(day, language) }))} values={draft.weekdays} onChange={(weekdays) => onChange({ weekdays })} error={wrong(draft.weekdays.length === 0, 'weekdays', 'first_on')} />
      <TextField type="time" label={t.rota.begins} value={draft.begins} onChange={(begins) => onChange({ begins })} error={wrong(draft.begins === '', 'begins', 'starts_at')} />
      <TextField type="time" label={t.rota.ends} hint={t.rota.endsHint} value={draft.ends} onChange={(ends) => onChange({ ends })} error={wrong(draft.ends === '', 'ends', 'ends_at')} />
      <TextField inputMode="numeric" label={t.rota.weeks} hint={t.rota.weeksHint} value={draft.weeks} onChange={(weeks) => onChange({ weeks })} error={wrong(weeksOf(draft) === undefined, 'weeks')} />
    </>
  );
}

function weeksOf({ weeks }: Draft): number | undefined {
  const count = /^\d+$/.test(weeks.trim()) ? Number(weeks) : 0;
  return count >= 1 && count <= MOST_WEEKS ? count : undefined;
}

/** What is sent; undefined while something is missing. */
function bodyOf(draft: Draft, program: string, monday: string): WeeklyBody | undefined {
  const { person, place } = draft;
  const weekdays = draft.weekdays.map(Number);
  const [begins, ends, weeks] = [minuteOfField(draft.begins), minuteOfField(draft.ends), weeksOf(draft)];
  if (person === '' || weekdays.length === 0) return undefined;
  if (begins === undefined || ends === undefined || weeks === undefined) return undefined;
  return { program, person, place, weekdays, begins, ends, first_on: monday, weeks };
}
