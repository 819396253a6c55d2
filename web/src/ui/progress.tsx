/** How far along: a bar for the eye, a sentence for the ear. */
import './progress.css';

import type { JSX } from 'preact';

interface ProgressProps {
  at: number;
  of: number;
  label: string;
}

export function Progress({ at, of, label }: ProgressProps): JSX.Element {
  return (
    <div class="progress">
      <progress class="progress-bar" value={at} max={of} aria-label={label} />
      <span class="soft small" aria-hidden="true">
        {label}
      </span>
    </div>
  );
}
