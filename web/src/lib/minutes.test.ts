import { expect, it } from 'vitest';

import { clockOfMinute, fieldOfMinute, minuteOfField } from './minutes';

it.each([0, 1, 59, 60, 540, 1439])('minute %d comes back from its field', (minute) => {
  expect(minuteOfField(fieldOfMinute(minute))).toBe(minute);
});

it.each(['', '24:00', '9:00', 'soon', '12:60'])('“%s” is no minute of a day', (value) => {
  expect(minuteOfField(value)).toBeUndefined();
});

it('is said as the clock of the language says it', () => {
  expect(clockOfMinute(21 * 60, 'en').replace(/\s/g, ' ')).toBe('9:00 PM');
});
