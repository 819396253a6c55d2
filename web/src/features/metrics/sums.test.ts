import { beforeAll, describe, expect, it } from 'vitest';

import { loadWords } from '../../lib/strings';
import { countsOf, howLong, percent, weeksOf } from './sums';

const span = { first_on: '2026-11-02', last_on: '2026-11-18' };
const none = { withheld: false, action_rate: null, useful_share: null, overdue: 0, dismissed_unread: 0 };

beforeAll(() => loadWords(['metrics']));

describe('weeks', () => {
  it('are every Monday up to the last day, and one without alerts is none rather than a gap', () => {
    expect(weeksOf(span)).toEqual(['2026-11-02', '2026-11-09', '2026-11-16']);
    expect(countsOf({ ...span, tiers: [{ ...none, week_of: '2026-11-09', tier: 'high', alerts: 3 }, { ...none, week_of: '2026-11-02', tier: 'watch', alerts: 9 }] }, 'high')).toEqual([0, 3, 0]);
  });
});

describe('a time', () => {
  it.each([
    [0.4, '0 min'],
    [59.6, '1 h'],
    [95, '1 h 35 min'],
    [24 * 60 - 1, '23 h 59 min'],
    [2 * 24 * 60 - 5, '2 d'],
    [3 * 24 * 60 + 120, '3 d 2 h'],
  ])('of %s minutes is said as %s', (minutes, said) => {
    expect(howLong(minutes)).toBe(said);
  });
});

it('a share of nothing is no number', () => {
  expect([percent(null), percent(0), percent(0.666)]).toEqual(['–', '0%', '67%']);
});
