/**
 * Moving between screens without a reload: the path as state, links, and a few matches.
 * Which screen belongs to which path is decided in app/.
 */
import type { ComponentChildren, JSX } from 'preact';
import { useSyncExternalStore } from 'preact/compat';

const MOVED = 'foothold:moved';

/** Somebody who must be asked before the screen changes: where they are, and how they are asked. */
interface Guard {
  path: string;
  ask: (leave: () => void) => void;
}

let guard: Guard | undefined;
/** Nobody is asked anything on the way to help. */
const HELP = '/help';

const moved = (): void => void window.dispatchEvent(new Event(MOVED));

// The browser has gone back already: stay where we are until the question is answered.
window.addEventListener('popstate', () => {
  if (!guard) {
    moved();
    return;
  }
  const { path, ask } = guard;
  window.history.pushState(null, '', path);
  ask(() => {
    guard = undefined;
    window.history.back();
  });
});

function subscribe(listener: () => void): () => void {
  window.addEventListener(MOVED, listener);
  return () => window.removeEventListener(MOVED, listener);
}

const readPath = (): string => window.location.pathname;

export const usePath = (): string => useSyncExternalStore(subscribe, readPath);

/** Ask before the screen changes, and, in the browser's words, before the page is closed. Undefined: ask no more. */
export function askBeforeLeaving(ask: Guard['ask'] | undefined): void {
  guard = ask && { path: readPath(), ask };
  window.removeEventListener('beforeunload', holdClosing);
  if (ask) window.addEventListener('beforeunload', holdClosing);
}

const holdClosing = (event: Event): void => event.preventDefault();

export function navigate(path: string, options: { replace?: boolean } = {}): void {
  if (!guard || path === HELP) {
    go(path, options);
    return;
  }
  guard.ask(() => {
    guard = undefined;
    go(path, options);
  });
}

function go(path: string, { replace = false }: { replace?: boolean }): void {
  if (replace) window.history.replaceState(null, '', path);
  else window.history.pushState(null, '', path);
  moved();
}

/** The named parts of a path that fits a pattern such as /skills/:slug, else null. */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (wanted.length !== given.length) return null;
  const parts: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = decodeURIComponent(given[at] ?? '');
    if (part.startsWith(':')) parts[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return parts;
}

interface LinkProps {
  to: string;
  children: ComponentChildren;
  class?: string | undefined;
  current?: boolean | undefined;
  label?: string | undefined;
  /** Called just before the screen changes. */
  onFollow?: (() => void) | undefined;
}

export function Link({ to, children, class: className, current, label, onFollow }: LinkProps): JSX.Element {
  const follow = (event: MouseEvent): void => {
    onFollow?.();
    // A link opened in a new tab is the browser's business.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a href={to} class={className} onClick={follow} aria-label={label} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  );
}
