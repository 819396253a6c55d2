/**
 * The app's IndexedDB: opening it and single reads and writes. What is stored, and how it is
 * sealed, is the business of vault.ts, queue.ts and keeping.ts.
 */

export type StoreName = 'keys' | 'queue' | 'kept';

const NAME = 'foothold';
const VERSION = 1;
const STORES: Record<StoreName, IDBObjectStoreParameters> = {
  keys: {},
  queue: { keyPath: 'id' },
  kept: {},
};

let opened: Promise<IDBDatabase> | undefined;

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

export const readRow = (store: StoreName, key: string): Promise<unknown> =>
  transact<unknown>([store], 'readonly', (transaction) => transaction.objectStore(store).get(key));

export const readRows = async (store: StoreName): Promise<unknown[]> =>
  (await transact([store], 'readonly', (transaction) => transaction.objectStore(store).getAll() as IDBRequest<unknown[]>)) ?? [];

/** Write a row; stores with a key inside their rows take no key. */
export async function writeRow(store: StoreName, row: unknown, key?: string): Promise<void> {
  await transact([store], 'readwrite', (transaction) => transaction.objectStore(store).put(row, key));
}

export async function removeRow(store: StoreName, key: string): Promise<void> {
  await transact([store], 'readwrite', (transaction) => {
    transaction.objectStore(store).delete(key);
    return undefined;
  });
}

/** Empty every store in one step: either all of it is gone or none. */
export async function emptyAll(): Promise<void> {
  const stores = Object.keys(STORES) as StoreName[];
  await transact(stores, 'readwrite', (transaction) => {
    for (const store of stores) transaction.objectStore(store).clear();
    return undefined;
  });
}
