/** One thing at a time: a second press while the first is under way does nothing. */
import { useState } from 'preact/compat';

interface Busy {
  busy: boolean;
  run: (work: () => Promise<void>) => void;
}

export function useBusy(): Busy {
  const [busy, setBusy] = useState(false);
  const run = (work: () => Promise<void>): void => {
    if (busy) return;
    setBusy(true);
    void work().finally(() => setBusy(false));
  };
  return { busy, run };
}
