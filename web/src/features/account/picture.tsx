/** A key as a picture of squares, drawn as one path: nothing foreign is put into the page. */
import type { JSX } from 'preact';
import { encode } from 'uqr';

export function KeyPicture({ text, name }: { text: string; name: string }): JSX.Element {
  const { data, size } = encode(text, { border: 2 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg class="account-picture" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name} shape-rendering="crispEdges">
      <path d={squares.join('')} fill="currentColor" />
    </svg>
  );
}
