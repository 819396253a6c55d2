/** Do something that needs a fresh proof: where the server asks for one, the person shows it and goes on. */
import { useState } from 'preact/compat';

import { t } from '../lib/strings';
import { proveCode, provePassword } from './account';
import { SHOW_AGAIN } from './allauth';
import { showPasskey, wasStopped } from './passkey';
import { isOffline, isProblem } from './problem';
import { sentenceOf } from './trouble';
import { useWays } from './use-ways';

export type Shown = { password: string } | { code: string } | Record<string, never>;

interface Question {
  passkey: boolean;
  code: boolean;
  refusal: string | undefined;
  busy: boolean;
  onShow: (shown: Shown) => void;
  onClose: () => void;
}

interface Proof {
  /** Try it; ask for a proof where it is needed, then try it once more. */
  attempt: (work: () => Promise<void>) => Promise<void>;
  busy: boolean;
  /** Why it did not work, in a sentence. */
  trouble: string | undefined;
  /** What the server refused, for the fields of a form. */
  error: Error | null;
  /** What is asked, while it is; null before and after. */
  question: Question | null;
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
  const question = useQuestion(waiting !== undefined, proven, () => setWaiting(undefined));
  return { attempt, busy, error, trouble: error ? sentenceOf(error) : undefined, question };
}

const send = async (shown: Shown): Promise<unknown> => {
  if ('password' in shown) return provePassword(shown.password);
  return 'code' in shown ? proveCode(shown.code) : showPasskey('reauthenticate');
};

function useQuestion(asking: boolean, onProven: () => Promise<void>, onClose: () => void): Question | null {
  const ways = useWays(asking);
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const onShow = async (shown: Shown): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setRefusal(undefined);
    try {
      await send(shown);
      await onProven();
    } catch (error) {
      if (!wasStopped(error)) setRefusal(isOffline(error) ? t.proof.offline : t.proof.wrong);
    } finally {
      setBusy(false);
    }
  };
  return asking ? { ...ways, refusal, busy, onShow: (shown) => void onShow(shown), onClose } : null;
}
