/** Why a question is asked, for those who want to know. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';

export function Why({ words }: { words: string }): JSX.Element | null {
  if (words === '') return null;
  return (
    <details class="why">
      <summary>{t.checkIn.why}</summary>
      <p class="soft">{words}</p>
    </details>
  );
}
