import { expect, it } from 'vitest';

import { ben, maya } from '../testing/cast';
import { readRows, writeRow } from './database';
import { keep, recall } from './keeping';
import { findVault, openVault, seal, SomeoneElsesVault, unseal } from './vault';

it('the key cannot be read out by any script', async () => {
  const { key } = await openVault(maya.id);

  expect(key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
});

it('Maya’s vault is the same each time she comes back', async () => {
  const before = await openVault(maya.id);
  await keep(before, 'note', { words: 'hello' });

  expect(await recall(await openVault(maya.id), 'note')).toEqual({ words: 'hello' });
});

it('Ben cannot open a device that still holds Maya’s vault', async () => {
  await openVault(maya.id);

  await expect(openVault(ben.id)).rejects.toThrow(SomeoneElsesVault);
  expect((await findVault())?.person).toBe(maya.id);
});

it('what is kept on the device cannot be read there', async () => {
  const vault = await openVault(maya.id);
  await keep(vault, 'draft', { note: 'a very private sentence' });

  const raw = JSON.stringify(await readRows('kept'), (_, value: unknown) =>
    value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value,
  );
  expect(raw).not.toContain('private');
});

it('a sealed row does not open in another place or for another person', async () => {
  const vault = await openVault(maya.id);
  const sealed = await seal(vault, 'one', { mood: 3 });
  await writeRow('kept', sealed, 'two');

  await expect(recall(vault, 'two')).rejects.toThrow();
  await expect(unseal({ ...vault, person: ben.id }, 'one', sealed)).rejects.toThrow();
});
