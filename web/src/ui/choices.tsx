/** A few answers in words, one of which may be picked. */
import './choices.css';

import type { JSX } from 'preact';
import { useId } from 'preact/compat';

import { Icon } from './icon';
import { useTap } from './scale';

export interface Choice {
  value: string;
  label: string;
}

interface ChoicesProps {
  legend: string;
  choices: readonly Choice[];
  value: string | null | undefined;
  onChange: (value: string) => void;
  onTapped?: (() => void) | undefined;
  quietLegend?: boolean;
  hint?: string | undefined;
  /** Small and side by side, for switching a view rather than answering. */
  compact?: 'segments' | 'pills';
  error?: string | undefined;
}

/** What else is said of the question: its hint, and what is wrong. */
const describedBy = (id: string, hint?: string, error?: string): string | undefined => [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

export function Choices(props: ChoicesProps): JSX.Element {
  const { legend, choices, value, onChange, onTapped, quietLegend, hint, compact, error } = props;
  const id = useId();
  const tap = useTap(onTapped);
  return (
    <fieldset aria-describedby={describedBy(id, hint, error)}>
      <legend class={quietLegend || compact ? 'hidden-visually' : 'question-legend'}>{legend}</legend>
      {hint && (
        <p class="choices-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class={compact ? `choices choices-compact choices-${compact}` : 'choices'}>
        {choices.map((choice) => (
          <label key={choice.value} class="choice" onPointerDown={tap.begin}>
            <input type="radio" autoComplete="off" name={id} checked={value === choice.value} onChange={() => onChange(choice.value)} onClick={tap.end} />
            <span>{choice.label}</span>
            {!compact && value === choice.value && <Icon name="check" />}
          </label>
        ))}
      </div>
      {error && (
        <p class="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
