/**
 * Small sealed things that make the app work with no line: who is signed in, drafts in
 * progress, choices, and receipts (that a day was received; never what it said).
 * On a shared phone they lie in memory only, and end with the page.
 */
import { emptyStore, readEntries, readRow, removeRow, writeRow } from './database';
import { readPhone } from './phone';
import { seal, unseal, type Sealed, type Vault } from './vault';

/** The last write under each name. A read waits for it, so that leaving and coming back is safe. */
const underWay = new Map<string, Promise<void>>();
/** What a shared phone does not put on its disk; sealed all the same. */
const inMemory = new Map<string, Sealed>();

function inOrder(name: string, write: () => Promise<void>): Promise<void> {
  const next = (underWay.get(name) ?? Promise.resolve()).catch(() => undefined).then(write);
  underWay.set(name, next);
  return next;
}

/** Keep a value under a name; writes to one name land in the order of the calls. */
export const keep = (vault: Vault, name: string, value: unknown): Promise<void> =>
  inOrder(name, async () => {
    const sealed = await seal(vault, name, value);
    if (readPhone().shared) inMemory.set(name, sealed);
    else await writeRow('kept', sealed, name);
  });

/** The kept value; the caller knows its shape because only it writes under this name. */
export async function recall(vault: Vault, name: string): Promise<unknown> {
  await underWay.get(name)?.catch(() => undefined);
  const sealed = inMemory.get(name) ?? ((await readRow('kept', name)) as Sealed | undefined);
  return sealed && unseal(vault, name, sealed);
}

export const letGo = (name: string): Promise<void> =>
  inOrder(name, async () => {
    inMemory.delete(name);
    await removeRow('kept', name);
  });

/** The phone became a shared one: nothing of it stays on the disk. */
export async function keepInMemoryOnly(): Promise<void> {
  for (const [name, sealed] of await readEntries('kept')) inMemory.set(name, sealed as Sealed);
  await emptyStore('kept');
}

/** The phone is one's own again: what was in memory may lie on the disk. */
export async function keepOnDisk(): Promise<void> {
  for (const [name, sealed] of inMemory) await writeRow('kept', sealed, name);
  inMemory.clear();
}

export const forgetMemory = (): void => inMemory.clear();
