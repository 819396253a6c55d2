/** One field of a step while it is written: what it asks, and what its type needs. */
import type { JSX } from 'preact';
import { useId } from 'preact/compat';

import { t } from '../../lib/strings';
import { TextArea, TextField } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { Switch } from '../../ui/switch';
import { hasSeconds, isWritten, type FieldDraft, type FieldType, type PatternPart } from './exercise-draft';
import { at, under, type Refusals } from './use-exercise';

interface FieldFormProps {
  field: FieldDraft;
  path: string;
  refusals: Refusals;
  onChange: (field: FieldDraft) => void;
}

export function FieldForm(props: FieldFormProps): JSX.Element {
  const { field, path, refusals, onChange } = props;
  const wrong = (name: string): string | undefined => at(refusals, `${path}.${name}`);
  const types = Object.entries(t.exercises.types).map(([value, label]) => ({ value, label }));
  return (
    <>
      {at(refusals, path) && <p id={path} class="field-error">{at(refusals, path)}</p>}
      <TextField label={t.exercises.fieldLabel} maxLength={160} value={field.label} error={wrong('label')} onChange={(label) => onChange({ ...field, label })} />
      <SelectField label={t.exercises.fieldType} options={types} value={field.type} error={wrong('type')} onChange={(type) => onChange({ ...field, type: type as FieldType })} />
      <TextField label={t.exercises.fieldHelp} maxLength={400} value={field.help} error={wrong('help')} onChange={(help) => onChange({ ...field, help })} />
      <OfType {...props} />
      {isWritten(field.type) && (
        <Switch
          label={t.exercises.sensitive}
          on={field.sensitive}
          meaning={field.sensitive ? t.exercises.sensitiveOn : t.exercises.sensitiveOff}
          onChange={(sensitive) => onChange({ ...field, sensitive })}
        />
      )}
    </>
  );
}

function OfType({ field, path, refusals, onChange }: FieldFormProps): JSX.Element {
  return (
    <>
      {field.type === 'choice' && (
        <TextArea
          label={t.exercises.options}
          hint={t.exercises.optionsHint}
          value={field.options.map(({ label }) => label).join('\n')}
          error={under(refusals, `${path}.options`)}
          onChange={(lines) => onChange({ ...field, options: optionsOf(lines, field.options) })}
        />
      )}
      {hasSeconds(field.type) && (
        <TextField label={t.exercises.seconds} inputMode="numeric" maxLength={4} value={field.seconds} error={at(refusals, `${path}.seconds`)} onChange={(seconds) => onChange({ ...field, seconds })} />
      )}
      {field.type === 'breathing' && <Pattern field={field} error={under(refusals, `${path}.pattern`)} onChange={onChange} />}
    </>
  );
}

/** An answer whose words stay keeps its name, so that earlier practices still mean it. */
const optionsOf = (lines: string, before: FieldDraft['options']): FieldDraft['options'] =>
  lines === '' ? [] : lines.split('\n').map((label) => ({ value: before.find((one) => one.label === label)?.value ?? '', label }));

interface PatternProps {
  field: FieldDraft;
  error: string | undefined;
  onChange: (field: FieldDraft) => void;
}

function Pattern({ field, error, onChange }: PatternProps): JSX.Element {
  const id = useId();
  return (
    <fieldset class="stack-small" aria-describedby={error ? id : undefined}>
      <legend class="field-label">{t.exercises.patternTitle}</legend>
      <div class="exercise-pattern">
        {(Object.entries(t.exercises.pattern) as [PatternPart, string][]).map(([part, label]) => (
          <TextField
            key={part}
            label={label}
            inputMode="numeric"
            maxLength={2}
            value={field.pattern[part]}
            onChange={(seconds) => onChange({ ...field, pattern: { ...field.pattern, [part]: seconds } })}
          />
        ))}
      </div>
      {error && (
        <p id={id} class="field-error" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
