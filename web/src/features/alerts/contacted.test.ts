import { expect, it } from 'vitest';

import { contactedAt } from './contacted';

const NOW = new Date('2026-11-23T15:00:00Z');
const ZONE = 'America/New_York';

it.each([
  ['now', '2026-11-23T15:00:00.000Z'],
  ['quarter', '2026-11-23T14:45:00.000Z'],
  ['hour', '2026-11-23T14:00:00.000Z'],
] as const)('%s means a moment', (reached, moment) => {
  expect(contactedAt(reached, { day: '', time: '' }, NOW, ZONE)).toBe(moment);
});

it('another time is on the clock of the place, today unless said otherwise', () => {
  expect(contactedAt('other', { day: '', time: '09:15' }, NOW, ZONE)).toBe('2026-11-23T14:15:00.000Z');
  expect(contactedAt('other', { day: '2026-11-22', time: '22:00' }, NOW, ZONE)).toBe('2026-11-23T03:00:00.000Z');
});

it.each([
  ['a time that is yet to come', { day: '', time: '11:00' }],
  ['no time', { day: '', time: '' }],
])('%s is no moment of contact', (_, other) => {
  expect(contactedAt('other', other, NOW, ZONE)).toBeUndefined();
});
