/** One step of a plan while it is written: a few rows, as many as the person wants. */
import './step-form.css';

import type { ComponentChildren, JSX } from 'preact';

import { emptyRow, FIELDS, isPhone, isWritten, lacksFirst, MOST_ROWS, withRows, type Part, type Row, type RowShape, type Step } from '../../lib/plan-steps';
import { t } from '../../lib/strings';
import { Button } from '../button';
import { TextArea, TextField } from '../field';

interface StepFormProps {
  step: Step;
  /** Errors show once the person has tried to save. */
  checked: boolean;
  onChange: (step: Step) => void;
  /** Ways to fill in a part with one tap. */
  suggestions?: (part: Part) => ComponentChildren;
}

export function StepForm({ step, checked, onChange, suggestions }: StepFormProps): JSX.Element {
  return (
    <div class="stack">
      {step.parts.map((part) => (
        <fieldset key={part.key} class="stack-small">
          <legend class={step.parts.length > 1 ? 'question-legend' : 'hidden-visually'}>{t.plan.parts[part.key] ?? t.plan.steps[step.words]?.title}</legend>
          <Rows part={part} checked={checked} onChange={(rows) => onChange(withRows(step, part.key, rows))} />
          {suggestions?.(part)}
        </fieldset>
      ))}
    </div>
  );
}

/** What stops a step from being saved as it is; undefined when nothing does. */
export function faultIn({ parts }: Step): 'row' | undefined {
  const wrong = parts.some(({ shape, rows }) => rows.some((row) => lacksFirst(shape, row) || hasBadPhone(row)));
  return wrong ? 'row' : undefined;
}

const hasBadPhone = ({ phone }: Row): boolean => phone !== undefined && phone.trim() !== '' && !isPhone(phone.trim());

interface RowsProps {
  part: Part;
  checked: boolean;
  onChange: (rows: Row[]) => void;
}

function Rows({ part: { shape, rows }, checked, onChange }: RowsProps): JSX.Element {
  const shown = rows.length > 0 ? rows : [emptyRow(shape)];
  const change = (at: number, row: Row): void => onChange(shown.map((one, index) => (index === at ? row : one)));
  return (
    <>
      {shown.map((row, at) => (
        // Rows have no identity but their place.
        <div key={at} class={shape === 'line' ? 'step-row' : 'card step-row step-row-many'} role={shape === 'line' ? undefined : 'group'} aria-label={shape === 'line' ? undefined : t.plan.rowGroup(at + 1)}>
          <RowFields shape={shape} row={row} at={at} checked={checked} onChange={(next) => change(at, next)} />
          {(shown.length > 1 || isWritten(row)) && <RemoveRow at={at} onRemove={() => onChange(shown.filter((_, index) => index !== at))} />}
        </div>
      ))}
      {shown.length < MOST_ROWS && (
        <div>
          <Button look="quiet" icon="plus" onClick={() => onChange([...shown, emptyRow(shape)])}>
            {addLabel(shape)}
          </Button>
        </div>
      )}
    </>
  );
}

function RemoveRow({ at, onRemove }: { at: number; onRemove: () => void }): JSX.Element {
  return (
    <Button look="quiet" icon="close" label={t.plan.removeRow(at + 1)} onClick={onRemove}>
      {null}
    </Button>
  );
}

interface RowFieldsProps {
  shape: RowShape;
  row: Row;
  at: number;
  checked: boolean;
  onChange: (row: Row) => void;
}

function RowFields({ shape, row, at, checked, onChange }: RowFieldsProps): JSX.Element {
  if (shape === 'line') {
    return <TextArea quietLabel rows={2} label={t.plan.row(t.plan.fields['text'] ?? '', at + 1)} maxLength={FIELDS.line[0]?.longest ?? 0} value={row['text'] ?? ''} onChange={(text) => onChange({ text })} />;
  }
  return (
    <div class="step-fields">
      {FIELDS[shape].map(({ name, longest }) => (
        <TextField
          key={name}
          type={name === 'phone' ? 'tel' : 'text'}
          label={labelOf(shape, name)}
          maxLength={longest}
          value={row[name] ?? ''}
          error={checked ? errorOf(shape, name, row) : undefined}
          onChange={(value) => onChange({ ...row, [name]: value })}
        />
      ))}
    </div>
  );
}

const NEEDS_WORDS: readonly RowShape[] = ['action', 'appointment'];

const labelOf = (shape: RowShape, name: string): string =>
  shape === 'place' && name === 'name' ? t.plan.namePlace : (t.plan.fields[name] ?? name);

function errorOf(shape: RowShape, name: string, row: Row): string | undefined {
  const first = FIELDS[shape][0]?.name;
  if (name === first && lacksFirst(shape, row)) return NEEDS_WORDS.includes(shape) ? t.plan.needAction : t.plan.needName;
  return name === 'phone' && hasBadPhone(row) ? t.plan.badPhone : undefined;
}

function addLabel(shape: RowShape): string {
  const { addLine: line, addPerson: person, addPlace: place, addAction: action, addAppointment: appointment, addTaken: taken } = t.plan;
  return { line, person, place, action, appointment, taken }[shape];
}
