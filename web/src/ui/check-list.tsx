/** Several words, any number of which may be ticked. */
import './choices.css';

import type { JSX } from 'preact';
import { useId } from 'preact/compat';

interface CheckListProps {
  legend: string;
  options: readonly { value: string; label: string }[];
  values: readonly string[];
  onChange: (values: string[]) => void;
  error?: string | undefined;
}

export function CheckList({ legend, options, values, onChange, error }: CheckListProps): JSX.Element {
  const id = useId();
  return (
    <fieldset aria-describedby={error ? id : undefined}>
      <legend class="field-label">{legend}</legend>
      <div class="choices choices-compact choices-pills">
        {options.map(({ value, label }) => (
          <label key={value} class="choice">
            <input
              type="checkbox"
              autoComplete="off"
              checked={values.includes(value)}
              onChange={(event) => onChange(event.currentTarget.checked ? [...values, value] : values.filter((one) => one !== value))}
            />
            <span class="begins">{label}</span>
          </label>
        ))}
      </div>
      {error && (
        <p class="field-error" id={id} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
