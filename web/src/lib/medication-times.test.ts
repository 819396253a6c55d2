import { expect, it } from 'vitest';

import { timesOn, weekdayName, whenWords } from './medication-times';

const plain = (text: string): string => text.replace(/\s/g, ' ');
const daily = { as_needed: false, times: [480, 1260], weekdays: [1, 2, 3, 4, 5, 6, 7] };

it('says when it is taken, as people say it', () => {
  expect(plain(whenWords(daily, 'en'))).toBe('Every day at 8:00 AM and 9:00 PM');
  expect(plain(whenWords({ ...daily, times: [480], weekdays: [1, 4] }, 'en'))).toBe('On Monday and Thursday at 8:00 AM');
  expect(whenWords({ as_needed: true, times: [], weekdays: [] }, 'en')).toMatch(/when you need it/i);
});

it('knows Sunday as the seventh day', () => {
  expect(weekdayName(7, 'en')).toBe('Sunday');
  expect(timesOn({ ...daily, weekdays: [7] }, '2026-11-29')).toEqual([480, 1260]);
  expect(timesOn({ ...daily, weekdays: [7] }, '2026-11-23')).toEqual([]);
});
