import { expect, it } from 'vitest';

import { momentAt } from './wall-clock';

it.each([
  ['2026-11-23', 540, 'America/New_York', '2026-11-23T14:00:00.000Z'],
  // The clocks go back at two on this day.
  ['2026-11-01', 540, 'America/New_York', '2026-11-01T14:00:00.000Z'],
  ['2026-10-31', 540, 'America/New_York', '2026-10-31T13:00:00.000Z'],
  // And forward at two on this one.
  ['2027-03-14', 540, 'America/New_York', '2027-03-14T13:00:00.000Z'],
  ['2026-11-23', 540, 'Asia/Kathmandu', '2026-11-23T03:15:00.000Z'],
  ['2026-10-04', 30, 'Australia/Lord_Howe', '2026-10-03T14:00:00.000Z'],
])('%s at minute %i in %s', (day, minute, zone, moment) => {
  expect(momentAt(day, minute, zone)).toBe(moment);
});
