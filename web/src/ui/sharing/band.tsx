/** A week in one broad word: the words carry it, the picture only repeats it. */
import './band.css';

import type { JSX } from 'preact';

interface BandProps {
  /** In the order of their places, from left to right. */
  labels: Record<string, string>;
  here: string;
  words: string;
  note?: string | undefined;
}

export function BandInWords({ labels, here, words, note }: BandProps): JSX.Element {
  return (
    <figure class="band">
      <div class="band-bar" aria-hidden="true">
        {Object.entries(labels).map(([place, label]) => (
          <span key={place} class={place === here ? 'band-place band-here' : 'band-place'}>
            {label}
          </span>
        ))}
      </div>
      <figcaption class="stack-small">
        <p class="band-words">{words}</p>
        {note !== undefined && <p class="soft small">{note}</p>}
      </figcaption>
    </figure>
  );
}
