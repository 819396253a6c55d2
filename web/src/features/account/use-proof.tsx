/** Do something that needs a fresh proof: where the server asks for one, the person shows it and goes on. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { SHOW_AGAIN } from '../../api/allauth';
import { wasStopped } from '../../api/passkey';
import { isProblem } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { ProofDialog } from './proof-dialog';

interface Proof {
  /** Try it; ask for a proof where it is needed, then try it once more. */
  attempt: (work: () => Promise<void>) => Promise<void>;
  busy: boolean;
  /** Why it did not work, in a sentence. */
  trouble: string | undefined;
  /** What the server refused, for the fields of a form. */
  error: Error | null;
  /** The question, while one stands. */
  dialog: JSX.Element | null;
}

export function useProof(): Proof {
  const [waiting, setWaiting] = useState<() => Promise<void>>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (failed) {
      if (isProblem(failed, SHOW_AGAIN)) setWaiting(() => work);
      else if (!wasStopped(failed)) setError(failed as Error);
    } finally {
      setBusy(false);
    }
  };
  const proven = async (): Promise<void> => {
    const work = waiting;
    setWaiting(undefined);
    if (work) await attempt(work);
  };
  return {
    attempt,
    busy,
    error,
    trouble: error ? sentenceOf(error) : undefined,
    dialog: waiting ? <ProofDialog onProven={proven} onClose={() => setWaiting(undefined)} /> : null,
  };
}
