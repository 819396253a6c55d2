/** One of several words, with its label: from the device's own list, or from one that asked-choice.tsx waits for. */
import './field.css';

import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/compat';

export interface Option {
  value: string;
  label: string;
}

export interface SelectFieldProps {
  label: string;
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  /** There is nothing to choose from. */
  disabled?: boolean;
  /** Beneath it: why there is nothing. */
  children?: ComponentChildren;
}

export function SelectField({ label, options, value, onChange, error, disabled = false, children }: SelectFieldProps): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id} class="field-label">
        {label}
      </label>
      <select
        id={id}
        class="field-box"
        autoComplete="off"
        value={value}
        disabled={disabled}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {children}
      {error && (
        <p id={`${id}-error`} class="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
