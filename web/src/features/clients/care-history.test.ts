import { expect, it } from 'vitest';

import { valueWords } from './care-history';

it.each([
  ['dose_text', 'One tablet', 'One tablet'],
  ['refill_on', '2026-12-02', 'December 2, 2026'],
  ['refill_on', null, 'nothing'],
  ['prescriber', '', 'nothing'],
  ['is_mat', true, 'Yes'],
  ['times', [], 'nothing'],
  ['weekdays', [1, 3], 'Monday and Wednesday'],
])('a former %s of %j', (field, value, words) => {
  expect(valueWords(field, value)).toBe(words);
});
