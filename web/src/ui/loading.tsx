/** A screen or a card on its way: shapes of what comes, and one word for those who listen. */
import './loading.css';

import type { JSX } from 'preact';

import { t } from '../lib/strings';

export function LoadingScreen(): JSX.Element {
  return (
    <div class="page stack">
      <Loading lines={1} />
      <Loading lines={4} />
    </div>
  );
}

export function Loading({ lines = 3 }: { lines?: number }): JSX.Element {
  return (
    <div class="loading" role="status">
      <span class="hidden-visually">{t.common.loading}</span>
      {Array.from({ length: lines }, (_, at) => (
        <span key={at} class="loading-line" aria-hidden="true" />
      ))}
    </div>
  );
}
