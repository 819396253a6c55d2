import { expect, it } from 'vitest';

import { daysFrom, mondayOf } from './weeks';

it.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['2026-11-30', '2026-11-30'],
  ['2027-01-01', '2026-12-28'],
])('%s lies in the week of %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});

it('a week has seven days, over the end of a month too', () => {
  expect(daysFrom('2026-11-30').at(-1)).toBe('2026-12-06');
});
