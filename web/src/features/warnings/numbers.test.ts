import { describe, expect, it } from 'vitest';

import { differing, figure, numbersOf, percent, points, scalarsOf } from './numbers';

describe('numbers of a version', () => {
  it('sends what was filled in, with a comma or a point', () => {
    expect(numbersOf({ clip: '3,5', hold_days: ' 7 ', item_fade: '' })).toEqual({ parameters: { clip: 3.5, hold_days: 7 }, wrong: [] });
  });

  it('names what is no number', () => {
    expect(numbersOf({ clip: 'four' }).wrong).toEqual(['clip']);
  });

  it('writes points, shares and what is not known', () => {
    expect([points(1550), percent(0.345), figure(null)]).toEqual(['1.55', '35%', undefined]);
  });

  it('finds the numbers that differ from the shipped ones', () => {
    const own = scalarsOf({ clip: 5, items: [1], version: 'score-2', hold_days: 7 });

    expect(differing(own, { clip: 4, hold_days: 7 })).toEqual(['clip']);
  });
});
