/** Why a note did not go out; what was written is still there. */
import type { JSX } from 'preact';

import { sentenceOf } from '../../api/trouble';
import { t } from '../../lib/strings';
import { Notice } from '../../ui/notice';

export function NotSent({ error }: { error: Error | null }): JSX.Element | null {
  if (!error) return null;
  return (
    <Notice tone="warm" urgent>
      {sentenceOf(error, t.between.notSent)}
    </Notice>
  );
}
