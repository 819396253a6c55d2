import { useEffect, useState } from 'preact/compat';

/** What can wait until the screen is drawn and the browser has a moment. */
export function atRest(begin: () => void): () => void {
  let isWanted = true;
  const beginNow = (): void => {
    if (isWanted) begin();
  };
  // Safari on phones has no word for an idle moment.
  if ('requestIdleCallback' in window) requestIdleCallback(beginNow, { timeout: 1500 });
  else setTimeout(beginNow, 500);
  return () => {
    isWanted = false;
  };
}

/** False for the first drawing, true once the browser had a moment after it; begins to wait when `begun`. */
export function useRest(begun = true): boolean {
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => (begun ? atRest(() => setAtRest(true)) : undefined), [begun]);
  return isAtRest;
}
