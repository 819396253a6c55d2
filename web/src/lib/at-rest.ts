import { useEffect, useState } from 'preact/compat';

const AGAIN_AFTER = 100;
/** So that what waits is not kept waiting by a screen that asks all the time: three seconds. */
const MOST_TIMES = 30;

/** What can wait until the screen is drawn, has what it asked for, and the browser has a moment. */
export function atRest(begin: () => void, isBusy?: () => boolean): () => void {
  let isWanted = true;
  let left = MOST_TIMES;
  const look = (): void => {
    if (!isWanted) return;
    if (isBusy?.() && left-- > 0) setTimeout(look, AGAIN_AFTER);
    else begin();
  };
  // Safari on phones has no word for an idle moment.
  if ('requestIdleCallback' in window) requestIdleCallback(look, { timeout: 1500 });
  else setTimeout(look, 500);
  return () => {
    isWanted = false;
  };
}

/** False for the first drawing, true once the browser had a moment after it; begins to wait when `begun`. */
export function useRest(begun = true, isBusy?: () => boolean): boolean {
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => (begun ? atRest(() => setAtRest(true), isBusy) : undefined), [begun, isBusy]);
  return isAtRest;
}
