/** Six digits. Where the server has ended the session meanwhile, the password is asked for as well. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { sessionStands } from '../../api/unlock';
import { t } from '../../lib/strings';
import { openWithPin, PIN_LENGTH, waitFor } from '../../offline/pin';
import { Button } from '../../ui/button';
import { PinField } from './pin-field';

interface PinUnlockProps {
  onOpen: () => void;
  onSignInNeeded: (() => void) | undefined;
  other: { label: string; go: () => void };
}

export function PinUnlock({ onOpen, onSignInNeeded, other }: PinUnlockProps): JSX.Element {
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const attempt = async (typed: string): Promise<void> => {
    setBusy(true);
    const right = await openWithPin(typed);
    setBusy(false);
    if (!right) {
      setPin('');
      setRefusal(waitFor() > 0 ? t.device.waitPin(waitFor()) : t.device.wrongPin);
    } else if (onSignInNeeded && (await isOver())) onSignInNeeded();
    else onOpen();
  };
  const type = (typed: string): void => {
    setPin(typed);
    setRefusal(undefined);
    if (typed.length === PIN_LENGTH && !busy) void attempt(typed);
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (busy) return;
    if (pin.length === PIN_LENGTH) void attempt(pin);
    else setRefusal(t.device.pinDigits);
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <PinField label={t.device.lockedPin} value={pin} onChange={type} error={refusal} />
      <Button type="submit" wide busy={busy}>
        {busy ? t.device.unlocking : t.device.unlock}
      </Button>
      <Button look="quiet" onClick={other.go}>
        {other.label}
      </Button>
    </form>
  );
}

/** With no line the PIN is enough. */
const isOver = async (): Promise<boolean> => !(await sessionStands().catch(() => true));
