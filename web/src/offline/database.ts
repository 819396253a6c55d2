/**
 * The app's IndexedDB: opening it and single reads and writes. What is stored, and how it is
 * sealed, is the business of vault.ts, queue.ts and keeping.ts.
 *
 * Where the browser gives no storage (a private window, a setting) or has no room left, rows lie
 * in memory until the page is closed, and `storageTrouble` says so: nothing is refused in silence.
 */

export type StoreName = 'keys' | 'queue' | 'kept';
/** denied: nothing can be kept; full: some of it could not. */
export type StorageTrouble = 'denied' | 'full' | undefined;

const NAME = 'foothold';
const VERSION = 1;
const STORES: Record<StoreName, IDBObjectStoreParameters> = {
  keys: {},
  queue: { keyPath: 'id' },
  kept: {},
};
const NAMES = Object.keys(STORES) as StoreName[];
/** Read-only copies that come again by themselves. */
const SPARE_CACHES = ['skills', 'lessons'];

let opened: Promise<IDBDatabase> | undefined;
let trouble: StorageTrouble;
const memory: Record<StoreName, Map<string, unknown>> = { keys: new Map(), queue: new Map(), kept: new Map() };
const listeners = new Set<() => void>();

export const storageTrouble = (): StorageTrouble => trouble;

export function onStorageTrouble(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function note(found: StorageTrouble): void {
  if (trouble === found) return;
  trouble = found;
  for (const listener of listeners) listener();
}

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      for (const [store, options] of Object.entries(STORES)) request.result.createObjectStore(store, options);
    };
    request.onerror = () => reject(asError(request.error));
    request.onsuccess = () => {
      // Another tab that upgrades or deletes must not wait for this one.
      request.result.onversionchange = () => {
        request.result.close();
        opened = undefined;
      };
      // The browser took the storage away under us: ask for it again next time.
      request.result.onclose = () => (opened = undefined);
      resolve(request.result);
    };
  });
  return opened;
}

/** Run one transaction and resolve when it is on disk, not merely asked for. */
async function transact<T>(
  stores: StoreName[],
  mode: IDBTransactionMode,
  work: (transaction: IDBTransaction) => IDBRequest<T> | undefined,
): Promise<T | undefined> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, mode, { durability: 'strict' });
    const request = work(transaction);
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onabort = () => reject(asError(transaction.error));
  });
}

const asError = (error: DOMException | null): Error => error ?? new Error('The device’s storage did not answer.');
const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError';

/** What the disk says; nothing where there is no disk. */
async function onDisk<T>(ask: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await ask();
  } catch {
    note('denied');
    return undefined;
  }
}

export async function readRow(store: StoreName, key: string): Promise<unknown> {
  if (memory[store].has(key)) return memory[store].get(key);
  return onDisk(() => transact<unknown>([store], 'readonly', (transaction) => transaction.objectStore(store).get(key)));
}

export async function readRows(store: StoreName): Promise<unknown[]> {
  const found = await onDisk(() => transact([store], 'readonly', (transaction) => transaction.objectStore(store).getAll() as IDBRequest<unknown[]>));
  const held = memory[store];
  const rows = (found ?? []).filter((row) => !held.has((row as { id?: string } | null)?.id ?? ''));
  return [...rows, ...held.values()];
}

/** Write a row; stores with a key inside their rows take no key. */
export async function writeRow(store: StoreName, row: unknown, key?: string): Promise<void> {
  const put = (): Promise<unknown> => transact([store], 'readwrite', (transaction) => transaction.objectStore(store).put(row, key));
  const name = key ?? (row as { id: string }).id;
  try {
    await withRoom(put);
    memory[store].delete(name);
  } catch (error) {
    note(isFull(error) ? 'full' : 'denied');
    memory[store].set(name, row);
  }
}

/** Write; when the disk is full, give back what can be brought again, and write once more. */
async function withRoom(put: () => Promise<unknown>): Promise<void> {
  try {
    await put();
  } catch (error) {
    if (!isFull(error) || !('caches' in window)) throw error;
    await Promise.all(SPARE_CACHES.map((name) => caches.delete(name)));
    await put();
  }
}

export async function removeRow(store: StoreName, key: string): Promise<void> {
  memory[store].delete(key);
  await onDisk(() =>
    transact([store], 'readwrite', (transaction) => {
      transaction.objectStore(store).delete(key);
      return undefined;
    }),
  );
}

/** Rows by their keys, for whoever seals them anew. */
export async function readEntries(store: StoreName): Promise<[string, unknown][]> {
  const keys = await onDisk(() => transact([store], 'readonly', (transaction) => transaction.objectStore(store).getAllKeys() as IDBRequest<string[]>));
  const names = [...new Set([...(keys ?? []), ...memory[store].keys()])];
  return Promise.all(names.map(async (name) => [name, await readRow(store, name)] as [string, unknown]));
}

/** Many rows at once: either all of them are there or none. */
export async function replaceRows(rows: readonly { store: StoreName; row: unknown; key?: string }[]): Promise<void> {
  await transact(NAMES, 'readwrite', (transaction) => {
    for (const { store, row, key } of rows) transaction.objectStore(store).put(row, key);
    return undefined;
  });
}

export async function emptyStore(store: StoreName): Promise<void> {
  memory[store].clear();
  await onDisk(() => transact([store], 'readwrite', (transaction) => transaction.objectStore(store).clear()));
}

/** Empty every store in one step: either all of it is gone or none. */
export async function emptyAll(): Promise<void> {
  for (const store of NAMES) memory[store].clear();
  await onDisk(() =>
    transact(NAMES, 'readwrite', (transaction) => {
      for (const store of NAMES) transaction.objectStore(store).clear();
      return undefined;
    }),
  );
}
