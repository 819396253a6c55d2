/** A question before something that is not easily undone: what it means, what went wrong, yes or leave. */
import type { ComponentChildren, JSX } from 'preact';

import { t } from '../lib/strings';
import { Button } from './button';
import { Dialog } from './dialog';
import { Notice } from './notice';

interface AskFirstProps {
  title: string;
  yes: string;
  busy: boolean;
  /** Why it did not work. */
  trouble: string | undefined;
  onYes: () => void;
  onClose: () => void;
  children?: ComponentChildren;
}

export function AskFirst({ title, yes, busy, trouble, onYes, onClose, children }: AskFirstProps): JSX.Element {
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      {trouble !== undefined && (
        <Notice tone="warm" urgent>
          {trouble}
        </Notice>
      )}
      <Button busy={busy} onClick={onYes}>
        {yes}
      </Button>
      <Button look="secondary" onClick={onClose}>
        {t.common.cancel}
      </Button>
    </Dialog>
  );
}
