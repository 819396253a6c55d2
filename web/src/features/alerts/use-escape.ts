/** Puts the focus into a form when it opens, and closes it with Escape. */
import { useEffect, useRef } from 'preact/compat';

import { useNewest } from '../../lib/use-newest';

export function useEscape(onEscape: () => void): { current: HTMLFormElement | null } {
  const formRef = useRef<HTMLFormElement>(null);
  const escape = useNewest(onEscape);
  useEffect(() => {
    const form = formRef.current;
    form?.querySelector('h3')?.focus();
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') escape();
    };
    form?.addEventListener('keydown', press);
    return () => form?.removeEventListener('keydown', press);
  }, [escape]);
  return formRef;
}
