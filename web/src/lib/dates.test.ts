import { describe, expect, it } from 'vitest';

import { dayPart, localDay, minutesBetween, shiftDay } from './dates';

const BOSTON = 'America/New_York';

describe('days', () => {
  it('a day is the one on the calendar of the zone, not of Greenwich', () => {
    const lateEvening = new Date('2026-11-24T03:30:00Z');

    expect(localDay(lateEvening, BOSTON)).toBe('2026-11-23');
    expect(localDay(lateEvening, 'Asia/Tokyo')).toBe('2026-11-24');
  });

  it.each([
    ['2026-03-09', -1, '2026-03-08'],
    ['2026-11-02', -1, '2026-11-01'],
    ['2026-03-01', -2, '2026-02-27'],
    ['2026-12-31', 1, '2027-01-01'],
  ])('%s moved by %i is %s, also across clock changes', (day, by, expected) => {
    expect(shiftDay(day, by)).toBe(expected);
  });

  it.each([
    ['2026-11-23T09:00:00Z', 'night'],
    ['2026-11-23T13:00:00Z', 'morning'],
    ['2026-11-23T19:00:00Z', 'afternoon'],
    ['2026-11-24T00:00:00Z', 'evening'],
    ['2026-11-24T04:00:00Z', 'night'],
  ])('%s in Boston is %s', (moment, part) => {
    expect(dayPart(new Date(moment), BOSTON)).toBe(part);
  });

  it('counts minutes, negative once the time has passed', () => {
    expect(minutesBetween(new Date('2026-11-23T10:00:00Z'), new Date('2026-11-23T09:35:00Z'))).toBe(-25);
  });
});
