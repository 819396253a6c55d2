/** What follows a tap a moment later, so that the answer is seen to take. */
import { useLayoutEffect, useRef } from 'preact/compat';

import { useNewest } from './use-newest';

/** Long enough to see the answer take, short enough not to wait for it. */
export const PAUSE_AFTER_TAP = 220;

/** Run the newest version of an action a moment from now, unless the question has changed or gone by then. */
export function useLater(action: () => void, question: unknown): () => void {
  const newest = useNewest(action);
  const timerRef = useRef<ReturnType<typeof setTimeout>>(undefined);
  const goneRef = useRef(false);
  // In the same breath as the change, so that a quick next tap is not taken for the old one.
  useLayoutEffect(() => {
    goneRef.current = false;
    return () => {
      goneRef.current = true;
      clearTimeout(timerRef.current);
    };
  }, [question]);
  return () => {
    clearTimeout(timerRef.current);
    // An answer that calls for help takes the question away before its tap has ended.
    if (!goneRef.current) timerRef.current = setTimeout(newest, PAUSE_AFTER_TAP);
  };
}
