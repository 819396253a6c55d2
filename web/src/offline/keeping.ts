/**
 * Small sealed things that make the app work with no line: who is signed in, drafts in
 * progress, choices, and receipts (that a day was received; never what it said).
 */
import { readRow, removeRow, writeRow } from './database';
import { seal, unseal, type Sealed, type Vault } from './vault';

/** The last write under each name. A read waits for it, so that leaving and coming back is safe. */
const underWay = new Map<string, Promise<void>>();

function inOrder(name: string, write: () => Promise<void>): Promise<void> {
  const next = (underWay.get(name) ?? Promise.resolve()).catch(() => undefined).then(write);
  underWay.set(name, next);
  return next;
}

/** Keep a value under a name; writes to one name land in the order of the calls. */
export const keep = (vault: Vault, name: string, value: unknown): Promise<void> =>
  inOrder(name, async () => writeRow('kept', await seal(vault, name, value), name));

/** The kept value; the caller knows its shape because only it writes under this name. */
export async function recall(vault: Vault, name: string): Promise<unknown> {
  await underWay.get(name)?.catch(() => undefined);
  const sealed = (await readRow('kept', name)) as Sealed | undefined;
  return sealed && unseal(vault, name, sealed);
}

export const letGo = (name: string): Promise<void> => inOrder(name, () => removeRow('kept', name));
