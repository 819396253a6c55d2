/** The lock: who is there, by PIN or password. Help stays open, and nothing personal shows. */
import type { ComponentType, JSX } from 'preact';
import { Suspense, useEffect, useLayoutEffect, useRef, useState } from 'preact/compat';

import { t } from '../../lib/strings';
import { unlock } from '../../offline/cover';
import type { Device } from '../../offline/device';
import { forgetTouch } from '../../offline/phone';
import { pinnedVault } from '../../offline/vault';
import { Button } from '../../ui/button';
import { Hills } from '../../ui/hills';
import { Loading } from '../../ui/loading';
import { ForgotPin } from './forgot-pin';
import { PasswordUnlock } from './password-unlock';
import { PinUnlock } from './pin-unlock';

interface LockScreenProps {
  device: Device | undefined;
  help: ComponentType<Record<string, string>> | undefined;
  onSignedIn: () => Promise<void>;
}

export function LockScreen({ device, help: Help, onSignedIn }: LockScreenProps): JSX.Element {
  const [helping, setHelping] = useState(false);
  const main = useRef<HTMLElement>(null);
  useLayoutEffect(() => main.current?.focus({ preventScroll: true }), [helping]);
  return (
    <main class="lock" tabIndex={-1} ref={main}>
      <div class="lock-help">
        <Button look="secondary" icon={helping ? 'lock' : 'help'} onClick={() => setHelping(!helping)}>
          {helping ? t.device.helpBack : t.device.help}
        </Button>
      </div>
      {helping && Help ? (
        <Suspense fallback={<Loading lines={4} />}>
          <Help />
        </Suspense>
      ) : (
        <section class="page page-narrow stack">
          <div class="lock-picture">
            <Hills light="evening" />
          </div>
          <header class="stack-small">
            <h1>{t.device.locked}</h1>
            <p class="lead">{t.device.lockedLead}</p>
          </header>
          <Ways device={device} onSignedIn={onSignedIn} />
        </section>
      )}
    </main>
  );
}

type Way = 'pin' | 'password' | 'forgot';

function Ways({ device, onSignedIn }: { device: Device | undefined; onSignedIn: () => Promise<void> }): JSX.Element {
  const { way, hasPin, turn } = useWay();
  const [again, setAgain] = useState(false);
  const open = (): void => {
    forgetTouch();
    unlock();
  };
  switch (way) {
    case undefined:
      return <Loading lines={2} />;
    case 'forgot':
      return <ForgotPin onBack={() => turn('pin')} />;
    case 'pin':
      return (
        <PinWay
          running={device !== undefined}
          onOpen={open}
          onTurn={turn}
          onSignInNeeded={() => {
            setAgain(true);
            turn('password');
          }}
        />
      );
    case 'password':
      return <PasswordUnlock email={device?.me.email} again={again} onOpen={() => openSignedIn(device, onSignedIn, open)} onPin={hasPin && !again ? () => turn('pin') : undefined} />;
  }
}

/** Somebody else may have signed in meanwhile: the server says who it is before anything shows. */
async function openSignedIn(device: Device | undefined, onSignedIn: () => Promise<void>, open: () => void): Promise<void> {
  if (device) await onSignedIn();
  open();
}

interface PinWayProps {
  /** The app runs under the lock, and has its key. */
  running: boolean;
  onOpen: () => void;
  onTurn: (way: Way) => void;
  onSignInNeeded: () => void;
}

/** A start that waits for the PIN has no key: the password cannot stand in for it. */
function PinWay({ running, onOpen, onTurn, onSignInNeeded }: PinWayProps): JSX.Element {
  const other = running ? { label: t.device.usePassword, go: () => onTurn('password') } : { label: t.device.forgotPin, go: () => onTurn('forgot') };
  return <PinUnlock onOpen={onOpen} onSignInNeeded={running ? onSignInNeeded : undefined} other={other} />;
}

function useWay(): { way: Way | undefined; hasPin: boolean; turn: (way: Way) => void } {
  const [way, turn] = useState<Way>();
  const [hasPin, setHasPin] = useState(false);
  useEffect(() => {
    void pinnedVault().then((found) => {
      setHasPin(found !== undefined);
      turn(found ? 'pin' : 'password');
    });
  }, []);
  return { way, hasPin, turn };
}
