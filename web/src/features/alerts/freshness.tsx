/** When the list was last known to be true, said plainly when it may no longer be. */
import type { JSX } from 'preact';

import { Chip } from '../../ui/chip';
import { formatDate } from '../../lib/intl';
import { language, t } from '../../lib/strings';

export function Freshness({ at, offline }: { at: number; offline: boolean }): JSX.Element | null {
  if (at === 0) return null;
  const time = formatDate(at, language, { timeStyle: 'medium' });
  if (offline) {
    return (
      <div role="status">
        <Chip tone="warm" icon="offline">
          {t.alerts.stale(time)}
        </Chip>
      </div>
    );
  }
  return <p class="soft small">{t.common.updated(time)}</p>;
}
