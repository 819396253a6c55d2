/** A number that goes up and down in steps, with two large buttons. */
import './stepper.css';

import type { JSX } from 'preact';

import { Icon } from './icon';

interface StepperProps {
  legend: string;
  quietLegend?: boolean;
  value: number | null | undefined;
  /** Where the first press starts from. */
  start: number;
  min: number;
  max: number;
  step: number;
  unit: string;
  less: string;
  more: string;
  onChange: (value: number) => void;
}

export function Stepper(props: StepperProps): JSX.Element {
  const { legend, quietLegend, value, start, min, max, step, unit, less, more, onChange } = props;
  const move = (by: number): void => {
    // The first press shows the starting number, which is then one tap from most answers.
    onChange(value == null ? start : Math.min(max, Math.max(min, value + by)));
  };
  return (
    <fieldset>
      <legend class={quietLegend ? 'hidden-visually' : 'question-legend'}>{legend}</legend>
      <div class="stepper">
        <button type="button" class="stepper-button" aria-label={less} onClick={() => move(-step)}>
          <Icon name="minus" />
        </button>
        <output class="stepper-value" aria-live="polite">
          <span class="stepper-number">{value ?? '–'}</span> {unit}
        </output>
        <button type="button" class="stepper-button" aria-label={more} onClick={() => move(step)}>
          <Icon name="plus" />
        </button>
      </div>
    </fieldset>
  );
}
