/** Sleep, medication, and what was drunk or used. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { TextField } from '../../ui/field';
import { Stepper } from '../../ui/stepper';
import { Why } from '../../ui/why';
import type { Answers } from './answers';
import type { SectionProps } from './card-form';

const USUAL_SLEEP = 7;
const MOST_SUBSTANCES = 20;
type Medication = NonNullable<Answers['medication']>;
const MEDICATIONS: readonly Medication[] = ['taken', 'missed', 'none'];

export function Body({ answers, onChange }: SectionProps): JSX.Element {
  return (
    <section class="card stack" aria-labelledby="body">
      <h2 id="body">{t.diary.bodyTitle}</h2>
      <Stepper
        legend={t.diary.sleep}
        unit={t.diary.hours}
        value={answers.sleep_hours}
        start={USUAL_SLEEP}
        min={0}
        max={24}
        step={0.5}
        less={t.diary.less}
        more={t.diary.more}
        onChange={(sleep_hours) => onChange({ ...answers, sleep_hours })}
      />
      <Why about={t.diary.sleep} of="diarySleep" />
      <Choices
        legend={t.diary.medication}
        choices={MEDICATIONS.map((value) => ({ value, label: t.diary.medications[value] }))}
        value={answers.medication}
        onChange={(value) => onChange({ ...answers, medication: value as Medication })}
      />
      <Why about={t.diary.medication} of="diaryMedication" />
      <Substances value={answers.substances ?? []} onChange={(substances) => onChange({ ...answers, substances })} />
      <Why about={t.diary.substances} of="diarySubstances" />
    </section>
  );
}

function Substances({ value, onChange }: { value: readonly string[]; onChange: (value: string[]) => void }): JSX.Element {
  return (
    <fieldset class="stack-small">
      <legend class="question-legend">{t.diary.substances}</legend>
      <p class="soft small">{t.diary.substancesHint}</p>
      {value.map((substance, at) => (
        // Lines have no identity but their place.
        <div key={at} class="diary-line">
          <TextField quietLabel label={t.diary.substance(at + 1)} maxLength={80} value={substance} onChange={(text) => onChange(value.map((one, index) => (index === at ? text : one)))} />
          <Button look="quiet" icon="close" label={t.diary.removeSubstance(at + 1)} onClick={() => onChange(value.filter((_, index) => index !== at))}>
            {null}
          </Button>
        </div>
      ))}
      {value.length < MOST_SUBSTANCES && (
        <div>
          <Button look="quiet" icon="plus" onClick={() => onChange([...value, ''])}>
            {t.diary.addSubstance}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
