/** The newest version of a function, for timers and listeners that outlive one drawing. */
import { useCallback, useLayoutEffect, useRef } from 'preact/compat';

export function useNewest<Args extends unknown[]>(action: (...args: Args) => void): (...args: Args) => void {
  const newestRef = useRef(action);
  useLayoutEffect(() => {
    newestRef.current = action;
  });
  return useCallback((...args: Args) => newestRef.current(...args), []);
}
