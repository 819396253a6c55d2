import { expect, it } from 'vitest';

import { isWeeks } from './weeks';

it.each([
  ['6', true],
  ['12', true],
  ['5', false],
  ['13', false],
  ['', false],
  ['8.5', false],
])('%s weeks may be planned: %s', (text, allowed) => {
  expect(isWeeks(text)).toBe(allowed);
});
