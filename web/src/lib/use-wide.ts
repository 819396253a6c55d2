/** Whether list and detail fit side by side. */
import { useSyncExternalStore } from 'preact/compat';

const query = (): MediaQueryList => window.matchMedia('(min-width: 64rem)');

export function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = query();
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => query().matches,
  );
}
