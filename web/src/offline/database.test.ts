import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { maya } from '../testing/cast';
import type { Work } from './queue';

const work: Work = { id: 'a', kind: 'practice', path: '/', body: { words: 'mine' }, created: 1, attempts: 0, state: 'waiting', mayAmend: false };
const denied = new DOMException('denied', 'SecurityError');
const full = new DOMException('full', 'QuotaExceededError');

/** The modules as a page has them that has just begun. */
async function freshPage() {
  vi.resetModules();
  const [database, queue, vault] = await Promise.all([import('./database'), import('./queue'), import('./vault')]);
  return { ...database, ...queue, ...vault };
}

beforeEach(() => vi.restoreAllMocks());
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('where the browser gives no storage, work lies in memory and the page can say so', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw denied;
  });
  const page = await freshPage();

  const vault = await page.openVault(maya.id);
  await page.saveWork(vault, work);

  expect((await page.listWork(vault)).map(({ body }) => body)).toEqual([{ words: 'mine' }]);
  expect(page.storageTrouble()).toBe('denied');
  await page.removeWork('a');
  expect(await page.listWork(vault)).toEqual([]);
});

it('a full disk first gives back what can come again, and then takes the work', async () => {
  const page = await freshPage();
  const vault = await page.openVault(maya.id);
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
    throw full;
  });
  const gone: string[] = [];
  vi.stubGlobal('caches', { delete: (name: string) => Promise.resolve(gone.push(name) > 0) });

  await page.saveWork(vault, work);

  expect(gone).toEqual(['skills', 'lessons']);
  expect(put).toHaveBeenCalledTimes(2);
  expect(page.storageTrouble()).toBeUndefined();
  expect(await page.readRows('queue')).toHaveLength(1);
});

it('a disk that stays full loses nothing while the page is open, newest words first', async () => {
  const page = await freshPage();
  const vault = await page.openVault(maya.id);
  await page.saveWork(vault, work);
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw full;
  });

  await page.saveWork(vault, { ...work, body: { words: 'newer' } });
  await page.saveWork(vault, { ...work, id: 'b', created: 2 });

  expect((await page.listWork(vault)).map(({ id, body }) => [id, body['words']])).toEqual([
    ['a', 'newer'],
    ['b', 'mine'],
  ]);
  expect(page.storageTrouble()).toBe('full');
});
