/** A number from 0 to 10, or to a smaller end, as a group of radio buttons: one tap, no dragging. */
import './choices.css';
import './scale.css';

import type { JSX } from 'preact';
import { useId, useRef } from 'preact/compat';

interface ScaleProps {
  legend: string;
  value: number | null | undefined;
  onChange: (value: number) => void;
  /** Called after a tap (not after a key, where the choice is still moving). */
  onTapped?: (() => void) | undefined;
  low: string;
  high: string;
  /** The question is already the heading of the screen. */
  quietLegend?: boolean;
  hint?: string | undefined;
  /** The highest number. */
  max?: 5 | 7 | 10;
}

export function Scale({ legend, value, onChange, onTapped, low, high, quietLegend, hint, max = 10 }: ScaleProps): JSX.Element {
  const id = useId();
  const numbers = Array.from({ length: max + 1 }, (_, at) => at);
  const tap = useTap(onTapped);
  return (
    <fieldset class="scale" aria-describedby={hint ? `${id}-hint ${id}-ends` : `${id}-ends`}>
      <legend class={quietLegend ? 'hidden-visually' : 'question-legend'}>{legend}</legend>
      {hint && (
        <p class="choices-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class={`scale-numbers scale-to-${max}`}>
        {numbers.map((number) => (
          <label key={number} class="scale-number" onPointerDown={tap.begin}>
            <input type="radio" autoComplete="off" name={id} value={number} checked={value === number} onChange={() => onChange(number)} onClick={tap.end} />
            <span>{number}</span>
          </label>
        ))}
      </div>
      <p class="scale-ends" id={`${id}-ends`}>
        <span>
          <span class="hidden-visually">0: </span>
          {low}
        </span>
        <span>
          <span class="hidden-visually">{max}: </span>
          {high}
        </span>
      </p>
    </fieldset>
  );
}

/** Tells a tap on a radio button from a choice made with the keys. */
export function useTap(onTapped: (() => void) | undefined): { begin: () => void; end: () => void } {
  const pointedRef = useRef(false);
  return {
    begin: () => {
      pointedRef.current = true;
    },
    end: () => {
      // The browser tells of the choice just after the click: what follows must not take its field away.
      if (pointedRef.current && onTapped) setTimeout(onTapped);
      pointedRef.current = false;
    },
  };
}
