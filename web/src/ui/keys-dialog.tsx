/** The keys that work on a screen, each with what it does. */
import './keys-dialog.css';

import type { JSX } from 'preact';

import { t } from '../lib/strings';
import { Button } from './button';
import { Dialog } from './dialog';

interface KeysDialogProps {
  title: string;
  keys: readonly (readonly [string, string])[];
  onClose: () => void;
}

export function KeysDialog({ title, keys, onClose }: KeysDialogProps): JSX.Element {
  return (
    <Dialog title={title} onClose={onClose}>
      <dl class="keys">
        {keys.map(([key, meaning]) => (
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
