import { expect, it } from 'vitest';

import { bodyOf, draftOf, readTimes } from './medication-draft';

it.each([
  ['8:00, 20:00', [480, 1200]],
  ['20:00 08:00 8:00', [480, 1200]],
  ['', []],
  ['eight', undefined],
  ['25:00', undefined],
])('the times “%s”', (text, minutes) => {
  expect(readTimes(text)).toEqual(minutes);
});

it('one that is taken when needed has no times, whatever was written', () => {
  const draft = { ...draftOf(undefined), name: ' Hydroxyzine ', dose: 'One capsule', asNeeded: true, times: 'later', weekdays: ['1'] };

  expect(bodyOf(draft, true)).toMatchObject({ name: 'Hydroxyzine', as_needed: true, times: [], weekdays: [], active_from: null, refill_on: null });
});

it('a name, a dose and times that can be read are needed', () => {
  const draft = { ...draftOf(undefined), name: 'Naltrexone', dose: 'One tablet' };

  expect(bodyOf({ ...draft, dose: ' ' }, true)).toBeUndefined();
  expect(bodyOf({ ...draft, name: '' }, true)).toBeUndefined();
  expect(bodyOf({ ...draft, times: 'x' }, true)).toBeUndefined();
  expect(bodyOf({ ...draft, weekdays: ['5', '1'] }, true)?.weekdays).toEqual([1, 5]);
});
