/** A new step inside a screen is like a new page: back to the top, and its heading is read out. */
import { useEffect, useRef } from 'preact/compat';

export function useArrival(step: unknown = 'only'): { current: HTMLHeadingElement | null } {
  const headingRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    headingRef.current?.focus({ preventScroll: true });
  }, [step]);
  return headingRef;
}
