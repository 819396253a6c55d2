/** The frame of the forms that open on an alert: heading, fields, and the two ways out. Escape leaves. */
import type { ComponentChildren, JSX } from 'preact';

import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { useEscape } from './use-escape';

interface FormFrameProps {
  title: string;
  save: string;
  busy: boolean;
  onSave: () => void;
  onCancel: () => void;
  children: ComponentChildren;
}

export function FormFrame({ title, save, busy, onSave, onCancel, children }: FormFrameProps): JSX.Element {
  const form = useEscape(onCancel);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (!busy) onSave();
  };
  return (
    <form ref={form} class="stack resolve" noValidate onSubmit={submit}>
      <h3 tabIndex={-1}>{title}</h3>
      {children}
      <div class="moves">
        <Button look="secondary" onClick={onCancel}>
          {t.common.cancel}
        </Button>
        <Button type="submit" busy={busy}>
          {save}
        </Button>
      </div>
    </form>
  );
}
