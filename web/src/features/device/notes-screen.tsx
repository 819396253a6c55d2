/**
 * A page that anybody may have open: a short list of notes. It asks nobody for anything, and goes
 * away by a deliberate act: holding its name, or pressing it three times.
 */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/compat';

import { t } from '../../lib/strings';
import { show } from '../../offline/cover';
import { Icon } from '../../ui/icon';

const HOLD = 900;
const PRESSES = 3;
const WITHIN = 2500;

export function NotesScreen(): JSX.Element {
  const hold = useDeliberate(show);
  const main = useRef<HTMLElement>(null);
  useTitle(t.device.notes);
  useLayoutEffect(() => main.current?.focus({ preventScroll: true }), []);
  return (
    <main class="notes" tabIndex={-1} ref={main}>
      <h1 class="notes-title">
        <button type="button" {...hold}>
          {t.device.notes}
        </button>
      </h1>
      <ul class="notes-list">
        {t.device.notesItems.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p class="notes-new">
        <Icon name="plus" />
        {t.device.notesNew}
      </p>
    </main>
  );
}

function useTitle(title: string): void {
  useLayoutEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}

interface Deliberate {
  onPointerDown: () => void;
  onPointerUp: () => void;
  onPointerLeave: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onKeyUp: () => void;
  onClick: () => void;
  onContextMenu: (event: Event) => void;
}

function useDeliberate(act: () => void): Deliberate {
  const timerRef = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pressesRef = useRef<number[]>([]);
  const begin = (): void => {
    clearTimeout(timerRef.current);
    timerRef.current = setTimeout(act, HOLD);
  };
  const end = (): void => clearTimeout(timerRef.current);
  useEffect(() => () => clearTimeout(timerRef.current), []);
  const press = (): void => {
    const now = Date.now();
    pressesRef.current = [...pressesRef.current.filter((before) => now - before < WITHIN), now];
    if (pressesRef.current.length >= PRESSES) act();
  };
  return {
    onPointerDown: begin,
    onPointerUp: end,
    onPointerLeave: end,
    onKeyDown: (event) => {
      if (!event.repeat && (event.key === 'Enter' || event.key === ' ')) begin();
    },
    onKeyUp: end,
    onClick: press,
    onContextMenu: (event) => event.preventDefault(),
  };
}
