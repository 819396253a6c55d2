/** One step of an exercise while it is written, and its fields. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { TextArea, TextField } from '../../ui/field';
import { emptyField, type FieldDraft, type StepDraft } from './exercise-draft';
import { FieldForm } from './field-form';
import { at, type Refusals } from './use-exercise';

interface StepFormProps {
  step: StepDraft;
  place: number;
  refusals: Refusals;
  onChange: (step: StepDraft) => void;
  onUp: (() => void) | undefined;
  onRemove: (() => void) | undefined;
}

export function StepForm({ step, place, refusals, onChange, onUp, onRemove }: StepFormProps): JSX.Element {
  const path = `steps.${place}`;
  return (
    <fieldset class="card stack-small" aria-describedby={[path, `${path}.fields`].filter((one) => at(refusals, one)).join(' ') || undefined}>
      <legend class="hidden-visually">{t.exercises.step(place + 1)}</legend>
      <div class="row row-apart">
        <h3 aria-hidden="true">{t.exercises.step(place + 1)}</h3>
        <div class="row">
          {onUp && (
            <Button look="quiet" onClick={onUp}>
              {t.exercises.stepUp(place + 1)}
            </Button>
          )}
          {onRemove && (
            <Button look="quiet" icon="close" onClick={onRemove}>
              {t.exercises.removeStep(place + 1)}
            </Button>
          )}
        </div>
      </div>
      {at(refusals, path) && <p id={path} class="field-error">{at(refusals, path)}</p>}
      <TextField label={t.exercises.stepTitle} maxLength={80} value={step.title} error={at(refusals, `${path}.title`)} onChange={(title) => onChange({ ...step, title })} />
      <TextArea label={t.exercises.stepText} hint={t.exercises.stepTextHint} rows={4} maxLength={1500} value={step.text} error={at(refusals, `${path}.text`)} onChange={(text) => onChange({ ...step, text })} />
      <Fields step={step} place={place} refusals={refusals} onChange={(fields) => onChange({ ...step, fields })} />
    </fieldset>
  );
}

interface FieldsProps {
  step: StepDraft;
  place: number;
  refusals: Refusals;
  onChange: (fields: FieldDraft[]) => void;
}

function Fields({ step: { fields }, place, refusals, onChange }: FieldsProps): JSX.Element {
  return (
    <>
      {at(refusals, `steps.${place}.fields`) && <p id={`steps.${place}.fields`} class="field-error">{at(refusals, `steps.${place}.fields`)}</p>}
      {fields.map((field, index) => (
        // Fields have no identity but their place until they are published.
        <fieldset key={index} class="exercise-field stack-small" aria-describedby={at(refusals, `steps.${place}.fields.${index}`) && `steps.${place}.fields.${index}`}>
          <legend class="strong">{t.exercises.field(index + 1)}</legend>
          <FieldForm
            field={field}
            path={`steps.${place}.fields.${index}`}
            refusals={refusals}
            onChange={(changed) => onChange(fields.map((one, other) => (other === index ? changed : one)))}
          />
          <div>
            <Button look="quiet" icon="close" label={t.exercises.removeField(place + 1, index + 1)} onClick={() => onChange(fields.filter((_, other) => other !== index))}>
              {t.common.remove}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button look="quiet" icon="plus" onClick={() => onChange([...fields, emptyField()])}>
          {t.exercises.addField}
        </Button>
      </div>
    </>
  );
}
