import { expect, it } from 'vitest';

import { noteOpening, takeOpening } from './opened-from';

const ID = '6f1f7a7e-0000-4000-8000-000000000009';

it('takes the id out of the address, and gives it once', () => {
  window.history.replaceState(null, '', `/today?r=${ID}`);

  noteOpening();

  expect(window.location.search).toBe('');
  expect(takeOpening()).toBe(ID);
  expect(takeOpening()).toBeUndefined();
});

it('ignores what is no id', () => {
  window.history.replaceState(null, '', '/today?r=Maya');

  noteOpening();

  expect(window.location.search).toBe('');
  expect(takeOpening()).toBeUndefined();
});
