/** Single-key commands, silent while someone types or a dialog is open. */
import { useLayoutEffect, useRef } from 'preact/compat';

export type Keys = Record<string, () => unknown>;

export function useKeys(keys: Keys): void {
  const newestRef = useRef(keys);
  useLayoutEffect(() => {
    newestRef.current = keys;
  });
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const command = newestRef.current[event.key];
      if (!command) return;
      event.preventDefault();
      command();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=radio]), textarea, select');
