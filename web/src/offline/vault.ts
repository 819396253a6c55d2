/**
 * The key that locks what is kept on the device. It belongs to one person, cannot be read by
 * any script (non-extractable), and is destroyed at sign-out. Sealing is AES-GCM; person and
 * row name are bound in, so that a sealed row cannot be moved to another place.
 */
import { readRow, writeRow } from './database';

export interface Sealed {
  iv: Uint8Array;
  bytes: ArrayBuffer;
}

export interface Vault {
  person: string;
  key: CryptoKey;
  /** The key on the disk is sealed with a PIN; this copy is in memory only. */
  byPin?: boolean;
}

/** On the disk, where a PIN was chosen: the key itself, sealed with what the PIN makes. */
export interface PinnedVault {
  person: string;
  pinned: { salt: Uint8Array; rounds: number; iv: Uint8Array; bytes: ArrayBuffer };
}

export const ROW = 'vault';
const IV_LENGTH = 12;

/** Opened with the PIN in this page. */
let unpinned: Vault | undefined;

const readVault = async (): Promise<Vault | PinnedVault | undefined> => (await readRow('keys', ROW)) as Vault | PinnedVault | undefined;

/** The vault of the person this device is set up for, if it can be opened now. */
export async function findVault(): Promise<Vault | undefined> {
  const found = await readVault();
  if (!found || 'key' in found) return found;
  return unpinned?.person === found.person ? unpinned : undefined;
}

/** The vault as it lies on the disk, where a PIN was chosen. */
export async function pinnedVault(): Promise<PinnedVault | undefined> {
  const found = await readVault();
  return found && 'pinned' in found ? found : undefined;
}

export const waitsForPin = async (): Promise<boolean> => (await pinnedVault()) !== undefined && (await findVault()) === undefined;

/** The PIN was right: this page may use the key from now on. */
export const openUnpinned = (vault: Vault | undefined): void => void (unpinned = vault);

/** The vault of this person; made when the device has none. Refuses to open another person's. */
export async function openVault(person: string): Promise<Vault> {
  const found = await findVault();
  const owner = found ?? (await pinnedVault());
  if (owner && owner.person !== person) throw new SomeoneElsesVault();
  if (found) return found;
  if (owner) throw new PinNeeded();
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const vault: Vault = { person, key };
  await writeRow('keys', vault, ROW);
  return vault;
}

export class SomeoneElsesVault extends Error {}
export class PinNeeded extends Error {}

const algorithm = (vault: Vault, name: string, iv: Uint8Array): AesGcmParams => ({
  name: 'AES-GCM',
  iv: iv as BufferSource,
  additionalData: new TextEncoder().encode(`${vault.person}/${name}`),
});

export async function seal(vault: Vault, name: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_LENGTH));
  const clear = new TextEncoder().encode(JSON.stringify(value));
  return { iv, bytes: await crypto.subtle.encrypt(algorithm(vault, name, iv), vault.key, clear) };
}

export async function unseal(vault: Vault, name: string, sealed: Sealed): Promise<unknown> {
  const clear = await crypto.subtle.decrypt(algorithm(vault, name, sealed.iv), vault.key, sealed.bytes);
  return JSON.parse(new TextDecoder().decode(clear)) as unknown;
}
