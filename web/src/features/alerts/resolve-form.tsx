/** Closing an alert: what was done, how the client is, and a note. All three are needed. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/compat';

import type { Resolution } from '../../api/types';
import { optionsOf } from '../../lib/options';
import { t } from '../../lib/strings';
import { useNewest } from '../../lib/use-newest';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { TextArea } from '../../ui/field';

interface ResolveFormProps {
  saving: boolean;
  onCancel: () => void;
  onResolve: (resolution: Resolution) => void;
}

export function ResolveForm({ saving, onCancel, onResolve }: ResolveFormProps): JSX.Element {
  const [action, setAction] = useState<Resolution['action']>();
  const [outcome, setOutcome] = useState<Resolution['outcome']>();
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const form = useEscape(onCancel);
  const missing = (given: unknown): string | undefined => (asked && !given ? t.alerts.required : undefined);
  const submit = (event: Event): void => {
    event.preventDefault();
    setAsked(true);
    if (action && outcome && note.trim()) onResolve({ action, outcome, note: note.trim() });
  };
  return (
    <form ref={form} class="stack resolve" noValidate onSubmit={submit}>
      <h3 tabIndex={-1}>{t.alerts.resolveTitle}</h3>
      <Choices legend={t.alerts.action} choices={optionsOf(t.alerts.actions)} value={action} onChange={(value) => setAction(value as Resolution['action'])} error={missing(action)} />
      <Choices legend={t.alerts.outcome} choices={optionsOf(t.alerts.outcomes)} value={outcome} onChange={(value) => setOutcome(value as Resolution['outcome'])} error={missing(outcome)} />
      <TextArea label={t.alerts.note} hint={t.alerts.noteHint} value={note} onChange={setNote} error={missing(note.trim())} />
      <div class="moves">
        <Button look="secondary" onClick={onCancel}>
          {t.common.cancel}
        </Button>
        <Button type="submit" busy={saving}>
          {t.alerts.resolve}
        </Button>
      </div>
    </form>
  );
}

/** Puts the focus into the form when it opens, and closes it with Escape. */
function useEscape(onEscape: () => void): { current: HTMLFormElement | null } {
  const formRef = useRef<HTMLFormElement>(null);
  const escape = useNewest(onEscape);
  useEffect(() => {
    const form = formRef.current;
    form?.querySelector('h3')?.focus();
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') escape();
    };
    form?.addEventListener('keydown', press);
    return () => form?.removeEventListener('keydown', press);
  }, [escape]);
  return formRef;
}
