/** The keys that work in the inbox. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';

export function KeysDialog({ onClose }: { onClose: () => void }): JSX.Element {
  return (
    <Dialog title={t.alerts.keysTitle} onClose={onClose}>
      <dl class="keys">
        {t.alerts.keyList.map(([key, meaning]) => (
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
