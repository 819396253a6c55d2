/** A PIN for this phone: chosen twice, changed, turned off. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { choosePin, dropPin, PIN_LENGTH } from '../../offline/pin';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Switch } from '../../ui/switch';
import { PinField } from './pin-field';

export function PinSettings(): JSX.Element {
  const { vault } = useDevice();
  const [on, setOn] = useState(vault.byPin === true);
  const [choosing, setChoosing] = useState(false);
  const [failed, setFailed] = useState(false);
  const turn = async (work: Promise<void>, now: boolean): Promise<void> => {
    setFailed(false);
    try {
      await work;
      setOn(now);
      setChoosing(false);
    } catch {
      setFailed(true);
    }
  };
  const press = (wanted: boolean): void => {
    if (wanted) setChoosing(true);
    else if (on) void turn(dropPin(vault), false);
    else setChoosing(false);
  };
  return (
    <div class="stack-small">
      <Switch label={t.device.pin} on={on || choosing} meaning={on ? t.device.pinOn : t.device.pinOff} onChange={press} />
      {choosing && <ChoosePin onChosen={(pin) => turn(choosePin(vault, pin), true)} />}
      {on && !choosing && (
        <div>
          <Button look="quiet" onClick={() => setChoosing(true)}>
            {t.device.pinChange}
          </Button>
        </div>
      )}
      {failed && (
        <Notice tone="warm" urgent>
          {t.device.pinFailed}
        </Notice>
      )}
    </div>
  );
}

function ChoosePin({ onChosen }: { onChosen: (pin: string) => Promise<void> }): JSX.Element {
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const wrong = faultOf(pin, again);
    setRefusal(wrong);
    if (wrong !== undefined || busy) return;
    setBusy(true);
    await onChosen(pin);
    setBusy(false);
  };
  return (
    <form class="stack-small" noValidate onSubmit={submit}>
      <p class="soft small">{t.device.pinForget}</p>
      <PinField label={t.device.pinChoose} value={pin} onChange={setPin} />
      <PinField label={t.device.pinAgain} value={again} onChange={setAgain} error={refusal} />
      <div>
        <Button type="submit" busy={busy}>
          {t.device.pinSave}
        </Button>
      </div>
    </form>
  );
}

export function faultOf(pin: string, again: string): string | undefined {
  if (pin.length !== PIN_LENGTH) return t.device.pinDigits;
  if (isEasy(pin)) return t.device.pinEasy;
  return pin === again ? undefined : t.device.pinDiffers;
}

/** All one digit, or digits in a row up or down. */
function isEasy(pin: string): boolean {
  const digits = Array.from(pin, Number);
  const steps = digits.slice(1).map((digit, at) => digit - (digits[at] ?? 0));
  return steps.every((step) => step === steps[0]) && Math.abs(steps[0] ?? 0) <= 1;
}
