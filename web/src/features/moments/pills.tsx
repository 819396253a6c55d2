/** A few answers side by side, under a legend that is seen: many fit where one hand reaches. */
import type { JSX } from 'preact';

import { Choices, type Choice } from '../../ui/choices';

interface PillsProps {
  legend: string;
  hint?: string;
  choices: readonly Choice[];
  value: string | null | undefined;
  onChange: (value: string) => void;
}

export function Pills({ legend, hint, ...rest }: PillsProps): JSX.Element {
  return (
    <div class="pills">
      <p class="field-label" aria-hidden="true">
        {legend}
      </p>
      <Choices compact="pills" legend={legend} hint={hint} {...rest} />
    </div>
  );
}
