/** The frame of a form that opens in its place on a page: its fields, what went wrong, save or leave. */
import type { ComponentChildren, JSX } from 'preact';

import { t } from '../lib/strings';
import { Button } from './button';
import { Notice } from './notice';

interface SmallFormProps {
  children: ComponentChildren;
  /** What is wrong with no field in particular. */
  trouble: string | undefined;
  save: string;
  busy: boolean;
  onSave: () => void;
  onClose: () => void;
  /** It lies in a card already. */
  bare?: boolean;
}

export function SmallForm({ children, trouble, save, busy, onSave, onClose, bare = false }: SmallFormProps): JSX.Element {
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!busy) onSave();
  };
  return (
    <form class={bare ? 'stack-small' : 'card stack-small'} noValidate onSubmit={submit}>
      {children}
      {trouble !== undefined && (
        <Notice tone="warm" urgent>
          {trouble}
        </Notice>
      )}
      <div class="moves">
        <Button look="secondary" onClick={onClose}>
          {t.common.cancel}
        </Button>
        <Button type="submit" busy={busy}>
          {save}
        </Button>
      </div>
    </form>
  );
}
