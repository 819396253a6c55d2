/** One of a few words, in a form for clinicians. */
import type { JSX } from 'preact';

import { Choices } from '../../ui/choices';

interface PickProps {
  label: string;
  words: Record<string, string>;
  value: string;
  onChange: (value: string) => void;
}

export function Pick({ label, words, value, onChange }: PickProps): JSX.Element {
  return (
    <div>
      <p class="field-label" aria-hidden="true">
        {label}
      </p>
      <Choices compact="pills" legend={label} choices={Object.entries(words).map(([key, word]) => ({ value: key, label: word }))} value={value} onChange={onChange} />
    </div>
  );
}
