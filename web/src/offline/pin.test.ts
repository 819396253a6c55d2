import { beforeEach, expect, it } from 'vitest';

import { ben, maya } from '../testing/cast';
import { readRows } from './database';
import { keep, recall } from './keeping';
import { choosePin, dropPin, openWithPin, waitFor } from './pin';
import { listWork, saveWork, type Work } from './queue';
import { findVault, openUnpinned, openVault, PinNeeded, SomeoneElsesVault, waitsForPin } from './vault';

/** Enough for a test; the app's own count takes its time on purpose. */
const FEW = 1000;
const MINUTE = 60_000;
const work: Work = { id: 'a', kind: 'practice', path: '/', body: { words: 'mine' }, created: 1, attempts: 0, state: 'waiting', mayAmend: false };

/** As at a start: nothing is in memory. */
const startAnew = (): void => openUnpinned(undefined);

async function pinned(): Promise<void> {
  const vault = await openVault(maya.id);
  await saveWork(vault, work);
  await keep(vault, 'draft', { note: 'half a sen' });
  await choosePin(vault, '294817', FEW);
  expect((await listWork(vault)).map(({ id }) => id)).toEqual(['a']);
  startAnew();
}

beforeEach(startAnew);

it('without the PIN nothing on the disk opens; with it, all is there', async () => {
  await pinned();

  expect(await findVault()).toBeUndefined();
  expect(await waitsForPin()).toBe(true);
  await expect(openVault(maya.id)).rejects.toThrow(PinNeeded);
  await expect(openVault(ben.id)).rejects.toThrow(SomeoneElsesVault);
  expect(await openWithPin('294818')).toBe(false);
  expect(await openWithPin('294817')).toBe(true);

  const vault = await openVault(maya.id);
  expect((await listWork(vault)).map(({ body }) => body)).toEqual([{ words: 'mine' }]);
  expect(await recall(vault, 'draft')).toEqual({ note: 'half a sen' });
});

it('no key that could be used without the PIN lies on the disk', async () => {
  await pinned();

  const rows = await readRows('keys');

  expect(rows).toHaveLength(1);
  expect(rows[0]).not.toHaveProperty('key');
});

it('after five wrong tries even the right one must wait, longer each time, and a clock set back does not help', async () => {
  await pinned();
  const begin = Date.now();
  for (let wrong = 0; wrong < 5; wrong += 1) await openWithPin('000000', begin);

  expect(waitFor(begin)).toBe(30);
  expect(await openWithPin('294817', begin + 29_000)).toBe(false);
  expect(waitFor(begin - 600 * MINUTE)).toBe(30);
  await openWithPin('000000', begin + 31_000);
  expect(waitFor(begin + 31_000)).toBe(60);
  expect(await openWithPin('294817', begin + 31_000 + MINUTE)).toBe(true);
  expect(waitFor()).toBe(0);
});

it('turning it off leaves everything, under a key that no script can read', async () => {
  await pinned();
  await openWithPin('294817');

  await dropPin(await openVault(maya.id));
  startAnew();

  const vault = await openVault(maya.id);
  expect(vault.key.extractable).toBe(false);
  expect(await listWork(vault)).toHaveLength(1);
});
