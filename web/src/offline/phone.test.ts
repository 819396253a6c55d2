import { beforeEach, expect, it } from 'vitest';

import { maya } from '../testing/cast';
import { readRows } from './database';
import { forgetMemory, keep, keepInMemoryOnly, keepOnDisk, recall } from './keeping';
import { forgetTouch, idleLimit, noteTouch, readPhone, rereadPhone, wasLeft, writePhone } from './phone';
import { listWork, saveWork } from './queue';
import { openVault } from './vault';

const MINUTE = 60_000;
const own = { shared: false, lockAfter: 0, coverAway: false };

beforeEach(() => {
  rereadPhone();
  forgetMemory();
});

it('staff are locked out after 15 minutes at most, a shared phone after 10, one’s own when one chose so', () => {
  expect(idleLimit(['client'], own)).toBe(0);
  expect(idleLimit(['client'], { ...own, lockAfter: 5 })).toBe(5);
  expect(idleLimit(['clinician'], own)).toBe(15);
  expect(idleLimit(['administrator'], { ...own, lockAfter: 1 })).toBe(1);
  expect(idleLimit(['family'], { ...own, shared: true })).toBe(10);
});

it('a new start knows that the app was left alone; a clock that was set back counts as long', () => {
  noteTouch(5, 100 * MINUTE);

  expect(wasLeft(104 * MINUTE)).toBe(false);
  expect(wasLeft(105 * MINUTE)).toBe(true);
  expect(wasLeft(98 * MINUTE)).toBe(true);
  forgetTouch();
  expect(wasLeft(105 * MINUTE)).toBe(false);
});

it('what is chosen is there at the next start, and what others wrote in its place is nothing', () => {
  writePhone({ shared: true, coverAway: true });
  rereadPhone();
  expect(readPhone()).toEqual({ shared: true, lockAfter: 0, coverAway: true });

  localStorage.setItem('foothold.phone', '{broken');
  rereadPhone();
  expect(readPhone()).toEqual(own);
});

it('a shared phone has nothing on its disk but what is not sent, and still finds the rest while it is open', async () => {
  const vault = await openVault(maya.id);
  await keep(vault, 'draft', { note: 'before' });
  writePhone({ shared: true });
  await keepInMemoryOnly();
  await keep(vault, 'plan', { steps: 2 });
  await saveWork(vault, { id: 'a', kind: 'practice', path: '/', body: {}, created: 1, attempts: 0, state: 'waiting', mayAmend: false });

  expect(await readRows('kept')).toEqual([]);
  expect(await recall(vault, 'draft')).toEqual({ note: 'before' });
  expect(await recall(vault, 'plan')).toEqual({ steps: 2 });
  expect(await listWork(vault)).toHaveLength(1);

  writePhone({ shared: false });
  await keepOnDisk();
  expect(await readRows('kept')).toHaveLength(2);
});
