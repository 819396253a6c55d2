import { expect, it } from 'vitest';

import { daysFrom, mondayOf, spanEnds } from './weeks';

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

it.each([
  ['2026-11-17', '2026-11-23', 'en', ['November 17', '23']],
  ['2026-11-17', '2026-11-23', 'es', ['17', '23 de noviembre']],
  ['2026-11-30', '2026-12-06', 'en', ['November 30', 'December 6']],
  ['2026-11-30', '2026-12-06', 'es', ['30 de noviembre', '6 de diciembre']],
])('the days from %s to %s say their month once, in %s', (first, last, language, ends) => {
  expect(spanEnds(first, last, language)).toEqual(ends);
});
