/**
 * Whether something stands over the app: a harmless page that was put there on purpose, or the
 * lock. What is under it stays as it was, so that half-written words are there afterwards.
 */
import { readStored, writeStored } from '../lib/stored';
import { hearTabs, tellTabs } from './tabs';

export type Cover = 'none' | 'hidden' | 'locked';

const LOCKED = 'foothold.locked';
const HIDDEN = 'foothold.hidden';

let locked = readStored(LOCKED) !== null;
/** The path that the harmless page stands over. */
let hiddenAt = readStored(HIDDEN, 'session') ?? undefined;
const listeners = new Set<() => void>();

const tell = (): void => listeners.forEach((listener) => listener());

export const readCover = (): Cover => {
  if (hiddenAt !== undefined) return 'hidden';
  return locked ? 'locked' : 'none';
};

export function onCover(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Lock every tab of this browser; a new start finds it locked as well. */
export function lock(): void {
  if (locked) return;
  setLocked(true);
  tellTabs('locked');
}

export function unlock(): void {
  setLocked(false);
  tellTabs('unlocked');
}

function setLocked(now: boolean): void {
  locked = now;
  writeStored(LOCKED, now ? '1' : undefined);
  tell();
}

hearTabs((news) => {
  if (news === 'locked' || news === 'unlocked') setLocked(news === 'locked');
});

export const isLocked = (): boolean => locked;

let typing: () => boolean = () => false;

/** Whoever watches what is typed says here how to find out. */
export const watchTyping = (look: () => boolean): void => void (typing = look);
/** Whether words may stand on this screen that are nowhere else. */
export const isTyping = (): boolean => typing();

/** Resolves as soon as the app is not locked. */
export function whenUnlocked(): Promise<void> {
  if (!locked) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = onCover(() => {
      if (locked) return;
      stop();
      resolve();
    });
  });
}

/** Put the harmless page over everything; the address says nothing either. */
export function hide(): void {
  if (hiddenAt !== undefined) return;
  hiddenAt = window.location.pathname;
  writeStored(HIDDEN, hiddenAt, 'session');
  window.history.replaceState(null, '', '/');
  tell();
}

/** Back to where it was. */
export function show(): void {
  if (hiddenAt === undefined) return;
  window.history.replaceState(null, '', hiddenAt);
  hiddenAt = undefined;
  writeStored(HIDDEN, undefined, 'session');
  tell();
}

/** Where the app is, under what covers it. */
export const pathUnder = (path: string): string => hiddenAt ?? path;
