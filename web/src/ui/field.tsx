/** Text fields with their label, hint and error tied together. */
import './field.css';

import type { JSX } from 'preact';
import { useId } from 'preact/compat';

interface Common {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string | undefined;
  error?: string | undefined;
  /** Seen only by those who listen: the label is said nearby. */
  quietLabel?: boolean;
  maxLength?: number;
}

interface TextFieldProps extends Common {
  type?: 'text' | 'email' | 'password' | 'tel' | 'date' | 'time';
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'email' | 'tel';
}

export function TextField({ type = 'text', autoComplete, inputMode, ...common }: TextFieldProps): JSX.Element {
  const { value, onChange, maxLength } = common;
  return (
    <Labelled {...common}>
      {(aria) => (
        <input
          {...aria}
          class="field-box"
          // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion -- tsc ties each type to a role and refuses the union
          type={type as 'text'}
          value={value}
          maxLength={maxLength}
          // What nobody asked for by name is not for the browser to remember: it would lie there in clear.
          autoComplete={autoComplete ?? 'off'}
          inputMode={inputMode}
          autoCapitalize={type === 'text' ? undefined : 'none'}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Labelled>
  );
}

export function TextArea({ rows = 3, ...common }: Common & { rows?: number }): JSX.Element {
  const { value, onChange, maxLength } = common;
  return (
    <Labelled {...common}>
      {(aria) => (
        <textarea {...aria} class="field-box" autoComplete="off" rows={rows} value={value} maxLength={maxLength} onInput={(event) => onChange(event.currentTarget.value)} />
      )}
    </Labelled>
  );
}

interface Aria {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

function Labelled({ label, hint, error, quietLabel, children }: Common & { children: (aria: Aria) => JSX.Element }): JSX.Element {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id} class={quietLabel ? 'hidden-visually' : 'field-label'}>
        {label}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} class="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
