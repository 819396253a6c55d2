/** A passkey in place of a password or a code, in a form that asks once more who is here. */
import { useState } from 'preact/compat';

import { canUsePasskeys, showPasskey, wasStopped } from './passkey';
import { useWays } from './use-ways';

interface PasskeyProof {
  /** The person has a passkey, and this browser can show one. */
  offered: boolean;
  busy: boolean;
  /** Why it did not work; a person who changed their mind is no fault. */
  error: Error | null;
  show: () => void;
}

/** What was shown counts once and for two minutes: `onShown` sends at once what it is for. */
export function usePasskey(onShown: () => void): PasskeyProof {
  const { passkey: offered } = useWays(canUsePasskeys());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const attempt = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await showPasskey('reauthenticate');
      onShown();
    } catch (failed) {
      if (!wasStopped(failed)) setError(failed as Error);
    } finally {
      setBusy(false);
    }
  };
  return { offered, busy, error, show: () => void (busy || attempt()) };
}
