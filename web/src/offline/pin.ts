/**
 * A PIN of six digits in front of what lies on this phone. It seals the very key: without it, what
 * is on the disk stays shut, also with no line. After five wrong tries each next one must wait,
 * longer each time; nothing is deleted, because a child with a phone must not undo somebody's words.
 */
import { readStored, writeStored } from '../lib/stored';
import { readEntries, replaceRows, type StoreName } from './database';
import { PIN_TRIES } from './lock';
import { tellTabs } from './tabs';
import { findVault, openUnpinned, pinnedVault, ROW, seal, unseal, type PinnedVault, type Sealed, type Vault } from './vault';

export const PIN_LENGTH = 6;
/** PBKDF2 with SHA-256, as OWASP's password storage sheet of 2023 asks. */
const ROUNDS = 600_000;
const FREE_TRIES = 5;
/** Seconds to wait after each wrong try beyond the free ones; the last repeats. */
const WAITS = [30, 60, 300, 900, 3600];
const SECOND = 1000;

async function keyOf(pin: string, salt: Uint8Array, rounds: number): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: salt as BufferSource, iterations: rounds };
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

const importKey = (raw: BufferSource): Promise<CryptoKey> => crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);

/** Put a new key in place of the old one, sealed with the PIN, and seal all that is kept under it. */
export async function choosePin(vault: Vault, pin: string, rounds = ROUNDS): Promise<void> {
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const key = await importKey(raw);
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound(vault.person) }, await keyOf(pin, salt, rounds), raw);
  raw.fill(0);
  const pinned: PinnedVault = { person: vault.person, pinned: { salt, rounds, iv, bytes } };
  await changeKey(vault, { person: vault.person, key, byPin: true }, pinned);
  forgetTries();
}

/** Without a PIN the key lies on the disk as one that no script can read out. */
export async function dropPin(vault: Vault): Promise<void> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await changeKey(vault, { person: vault.person, key, byPin: false }, { person: vault.person, key });
}

/** All rows under the new key in one step; other tabs begin anew, for they hold the old one. */
async function changeKey(vault: Vault, next: Vault, row: PinnedVault | Vault): Promise<void> {
  const rows = [...(await resealed('queue', vault, next)), ...(await resealed('kept', vault, next))];
  await replaceRows([...rows, { store: 'keys', row, key: ROW }]);
  vault.key = next.key;
  vault.byPin = next.byPin ?? false;
  openUnpinned(vault.byPin ? vault : undefined);
  tellTabs('key-changed');
}

async function resealed(store: StoreName, old: Vault, next: Vault): Promise<{ store: StoreName; row: unknown; key?: string }[]> {
  const entries = await readEntries(store);
  const opened = await Promise.all(
    entries.map(async ([name, row]) => {
      const value = await unseal(old, name, sealedIn(store, row)).catch(() => undefined);
      // What no key of ours opens is left as it is.
      return value === undefined ? undefined : { name, row, sealed: await seal(next, name, value) };
    }),
  );
  return opened
    .filter((one) => one !== undefined)
    .map(({ name, row, sealed }) => (store === 'queue' ? { store, row: { ...(row as object), sealed } } : { store, row: sealed, key: name }));
}

const sealedIn = (store: StoreName, row: unknown): Sealed => (store === 'queue' ? (row as { sealed: Sealed }).sealed : (row as Sealed));
const bound = (person: string): BufferSource => new TextEncoder().encode(`${person}/pin`);

/** Try a PIN, at a start or at the lock over a running app; says whether it was right. */
export async function openWithPin(pin: string, now = Date.now()): Promise<boolean> {
  const found = await pinnedVault();
  if (!found || waitFor(now) > 0) return false;
  const raw = await rawKey(found, pin);
  if (!raw) {
    countTry(now);
    return false;
  }
  // A running app goes on with the vault that it has.
  if (!(await findVault())) openUnpinned({ person: found.person, key: await importKey(raw), byPin: true });
  forgetTries();
  return true;
}

async function rawKey({ person, pinned: { salt, rounds, iv, bytes } }: PinnedVault, pin: string): Promise<ArrayBuffer | undefined> {
  try {
    return await crypto.subtle.decrypt({ name: 'AES-GCM', iv: iv as BufferSource, additionalData: bound(person) }, await keyOf(pin, salt, rounds), bytes);
  } catch {
    return undefined;
  }
}

interface Tries {
  wrong: number;
  last: number;
}

function readTries(): Tries {
  const [wrong = 0, last = 0] = (readStored(PIN_TRIES) ?? '').split(' ').map(Number);
  return { wrong: wrong || 0, last: last || 0 };
}

const countTry = (now: number): void => writeStored(PIN_TRIES, `${readTries().wrong + 1} ${now}`);
const forgetTries = (): void => writeStored(PIN_TRIES, undefined);

/** Seconds until the PIN may be tried again; a clock that was set back waits the whole time anew. */
export function waitFor(now = Date.now()): number {
  const { wrong, last } = readTries();
  if (wrong < FREE_TRIES) return 0;
  const wait = WAITS[Math.min(wrong - FREE_TRIES, WAITS.length - 1)] ?? 0;
  const gone = Math.max(0, now - last) / SECOND;
  return Math.max(0, Math.ceil(wait - gone));
}
