/**
 * Moving between screens without a reload: the path as state, links, and a few matches.
 * Which screen belongs to which path is decided in app/.
 */
import type { ComponentChildren, JSX } from 'preact';
import { useSyncExternalStore } from 'preact/compat';

const MOVED = 'foothold:moved';

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(MOVED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(MOVED, listener);
  };
}

const readPath = (): string => window.location.pathname;

export const usePath = (): string => useSyncExternalStore(subscribe, readPath);

export function navigate(path: string, { replace = false } = {}): void {
  if (replace) window.history.replaceState(null, '', path);
  else window.history.pushState(null, '', path);
  window.dispatchEvent(new Event(MOVED));
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
