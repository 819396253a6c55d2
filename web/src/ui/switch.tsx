/** Something that is on or off, and what that means right now. */
import './switch.css';

import type { JSX } from 'preact';
import { useId } from 'preact/compat';

interface SwitchProps {
  label: string;
  on: boolean;
  /** What the present position means. */
  meaning: string;
  busy?: boolean;
  onChange: (on: boolean) => void;
}

export function Switch({ label, on, meaning, busy = false, onChange }: SwitchProps): JSX.Element {
  const id = useId();
  return (
    <div class="switch-row">
      <label class="switch">
        <span class="strong">{label}</span>
        <input
          type="checkbox"
          role="switch"
          class="switch-box"
          checked={on}
          aria-checked={on}
          disabled={busy}
          aria-describedby={id}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      </label>
      <p id={id} class="soft small">
        {meaning}
      </p>
    </div>
  );
}
