/**
 * What was chosen for this phone, whoever is signed in: whether others use it too, when the app
 * locks, and whether it covers itself when it leaves the front. Nothing of it is about a person.
 */
import type { Role } from '../api/types';
import { readStored, writeStored } from '../lib/stored';

export interface Phone {
  /** Others use this phone as well: nothing is kept on it but what is not sent yet. */
  shared: boolean;
  /** Minutes without a touch until the app locks; 0: never. */
  lockAfter: number;
  /** Cover the app when it leaves the front, so that no picture of it is kept. */
  coverAway: boolean;
}

const CHOSEN = 'foothold.phone';
const TOUCHED = 'foothold.touched';
const MINUTE = 60_000;

/** For staff, as the rules of the program say: minutes at most. */
export const STAFF_LOCK = 15;
/** On a shared phone the app signs out. */
export const SHARED_END = 10;
export const LOCK_CHOICES = [1, 5, 10, 0] as const;

const listeners = new Set<() => void>();
let known: Phone | undefined;

export function readPhone(): Phone {
  known ??= parse(readStored(CHOSEN));
  return known;
}

function parse(text: string | null): Phone {
  let found: Partial<Phone> = {};
  try {
    found = JSON.parse(text ?? '{}') as Partial<Phone>;
  } catch {
    // Somebody else wrote it: as if nothing was chosen.
  }
  const shared = found.shared === true;
  return { shared, lockAfter: found.lockAfter ?? 0, coverAway: found.coverAway ?? shared };
}

export function writePhone(part: Partial<Phone>): void {
  known = { ...readPhone(), ...part };
  writeStored(CHOSEN, JSON.stringify(known));
  for (const listener of listeners) listener();
}

/** Read anew, for a tab in which another one has chosen. */
export function rereadPhone(): void {
  known = undefined;
  for (const listener of listeners) listener();
}

export function onPhone(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Minutes without a touch that this person may leave the app open; 0: any time. */
export function idleLimit(roles: readonly Role[], { shared, lockAfter }: Phone = readPhone()): number {
  const limits = [lockAfter, shared ? SHARED_END : 0, isStaff(roles) ? STAFF_LOCK : 0].filter((minutes) => minutes > 0);
  return limits.length > 0 ? Math.min(...limits) : 0;
}

export const isStaff = (roles: readonly Role[]): boolean => roles.some((role) => role === 'clinician' || role === 'administrator');

/** Note that somebody is here, and how long the app may now be left alone: a new start must know. */
export const noteTouch = (minutes: number, now = Date.now()): void => writeStored(TOUCHED, `${now} ${minutes}`);
export const forgetTouch = (): void => writeStored(TOUCHED, undefined);

/** Milliseconds since the last touch in any tab; a clock that was set back counts as a long time. */
export function idleFor(now = Date.now()): number {
  const [touched] = readTouch();
  if (touched === undefined) return 0;
  const since = now - touched;
  return since >= -MINUTE ? Math.max(0, since) : Infinity;
}

/** Whether the app was left alone for longer than it may be, as noted at the last touch. */
export function wasLeft(now = Date.now()): boolean {
  const [, minutes = 0] = readTouch();
  return minutes > 0 && idleFor(now) >= minutes * MINUTE;
}

const readTouch = (): number[] => (readStored(TOUCHED) ?? '').split(' ').filter(Boolean).map(Number);
