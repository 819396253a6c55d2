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
