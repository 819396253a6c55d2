/** The keys that work on the list. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

export function RosterKeys({ onClose }: { onClose: () => void }): JSX.Element {
  return (
    <Dialog title={t.schedule.keysTitle} onClose={onClose}>
      <dl class="schedule-keys">
        {t.schedule.keyList.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={onClose}>{t.common.close}</Button>
    </Dialog>
  );
}
