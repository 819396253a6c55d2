import { expect, it } from 'vitest';

import { maya } from '../testing/cast';
import { readRows } from './database';
import { keep } from './keeping';
import { clearDevice } from './lock';
import { saveWork } from './queue';
import { findVault, openVault } from './vault';

it('nothing personal is left after signing out', async () => {
  const vault = await openVault(maya.id);
  await keep(vault, 'person', maya);
  await saveWork(vault, { id: 'a', kind: 'practice', path: '/', body: {}, created: 1, attempts: 0, state: 'waiting', mayAmend: false });
  sessionStorage.setItem('anything', 'x');

  await clearDevice();

  expect(await findVault()).toBeUndefined();
  expect(await readRows('queue')).toEqual([]);
  expect(await readRows('kept')).toEqual([]);
  expect(sessionStorage.length).toBe(0);
});
