/** A number from 0 to 100 on a slider, with its value in large type. */
import type { JSX } from 'preact';
import { useId } from 'preact/compat';

import { t } from '../../lib/strings';

interface PercentProps {
  label: string;
  help?: string | undefined;
  value: number | undefined;
  onChange: (value: number) => void;
}

export function Percent({ label, help, value, onChange }: PercentProps): JSX.Element {
  const id = useId();
  return (
    <div class="percent">
      <label for={id} class="question-legend">
        {label}
      </label>
      {help && <p class="soft small">{help}</p>}
      <output for={id} class="percent-value">
        {value ?? <span class="percent-unset">{t.skills.slide}</span>}
      </output>
      <input
        id={id}
        type="range"
        autoComplete="off"
        min={0}
        max={100}
        step={5}
        value={value ?? 50}
        aria-valuetext={value === undefined ? t.skills.slide : String(value)}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
      <p class="scale-ends" aria-hidden="true">
        <span>0</span>
        <span>100</span>
      </p>
    </div>
  );
}
