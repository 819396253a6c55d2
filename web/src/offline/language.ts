/**
 * In which language the app speaks on this device. It is kept here, so that the first drawing is
 * right with no line as well; whoever signs in brings their own. What is chosen with no line, or
 * at the door before anyone is known, is told to the server as soon as it can be.
 */
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'preact/compat';

import { saveLanguage } from '../api/language';
import { readStored, writeStored } from '../lib/stored';
import { knownLanguage, language, onLanguage, readLanguage, speak, type LanguageCode } from '../lib/strings';
import { useMaybeDevice } from './device';

// Both outlive a sign-out on purpose: the first is about the device; the second, at the door, about whoever comes in.
const SPOKEN = 'foothold.language';
const UNTOLD = 'foothold.language-untold';

/** Before the first drawing: what this device was last told, or else what its browser asks for. */
export async function speakAsBefore(): Promise<void> {
  await speak(knownLanguage([readStored(SPOKEN), ...navigator.languages]) ?? 'en');
  window.addEventListener('storage', ({ key, newValue }) => {
    const other = key === SPOKEN ? knownLanguage([newValue]) : undefined;
    if (other && other !== language) void speak(other);
  });
}

/** Who signed in speaks this language. A choice that was just made here comes first, and goes to the server. */
export async function followLanguage(own: string): Promise<void> {
  if (readUntold()) {
    await tellLanguage().catch(() => undefined);
    return;
  }
  const known = knownLanguage([own]);
  if (!known || known === language) return;
  // With no line and no copy of the words on the device the app goes on in the language it has.
  await speakHere(known).catch(() => undefined);
}

/** Somebody left: what they chose and nobody was told is not for the next one. */
export const dropUntoldLanguage = (): void => setUntold(undefined);

/** The language of the app, and how to change it. */
export function useLanguage(): [LanguageCode, (next: LanguageCode) => void] {
  const queries = useQueryClient();
  const device = useMaybeDevice();
  const now = useSyncExternalStore(onLanguage, readLanguage);
  return [now, (next) => void choose(next, queries, device !== undefined)];
}

async function choose(next: LanguageCode, queries: QueryClient, isSignedIn: boolean): Promise<void> {
  setUntold(isSignedIn ? 'local' : 'session');
  await speakHere(next);
  if (isSignedIn) await tellLanguage().catch(tellLater);
  // Much of what was read has words in it that the server chose.
  await queries.invalidateQueries();
}

const tellLater = (): void => window.addEventListener('online', () => void tellLanguage().catch(() => undefined), { once: true });

async function speakHere(next: LanguageCode): Promise<void> {
  await speak(next);
  writeStored(SPOKEN, next);
}

async function tellLanguage(): Promise<void> {
  await saveLanguage(language);
  setUntold(undefined);
}

const readUntold = (): boolean => (readStored(UNTOLD) ?? readStored(UNTOLD, 'session')) !== null;

function setUntold(storage: 'local' | 'session' | undefined): void {
  for (const each of ['local', 'session'] as const) writeStored(UNTOLD, each === storage ? '1' : undefined, each);
}
