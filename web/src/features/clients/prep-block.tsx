/** One block of the page: a heading and a few lines; a quiet sentence when there is nothing. */
import type { ComponentChildren, JSX } from 'preact';

import { longDate } from '../../lib/dates';
import { formatNumber, signedNumber } from '../../lib/intl';
import { language, t } from '../../lib/strings';

interface BlockProps {
  title: string;
  /** What fills most of the width. */
  wide?: boolean;
  children: ComponentChildren;
}

export function Block({ title, wide = false, children }: BlockProps): JSX.Element {
  const id = `prep-${title.toLowerCase().replace(/\W+/g, '-')}`;
  return (
    <section class={wide ? 'card prep-block prep-wide' : 'card prep-block'} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** Lines, or that there are none. */
export function Lines({ lines, none }: { lines: readonly string[]; none?: string }): JSX.Element {
  if (lines.length === 0) return <p class="soft">{none ?? t.clientProgress.prep.none}</p>;
  return (
    <ul class="prep-lines">
      {lines.map((line, at) => (
        <li key={at}>{line}</li>
      ))}
    </ul>
  );
}

export const day = (on: string): string => longDate(on, language);

export const number = (value: number | null): string => (value === null ? '–' : formatNumber(value, language));

export const signed = (value: number | null): string => (value === null ? '–' : signedNumber(value, language));
