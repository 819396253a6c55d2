import { describe, expect, it } from 'vitest';

import { draw, labelled, MARGIN } from './model';

const BOX = { width: 244, height: 146, low: 0, high: 10 };
/** How often the pen is put down: one path for each run of days. */
const runs = (path: string): number => (path.match(/M/g) ?? []).length;

describe('a line', () => {
  it('is never drawn over a day without an answer', () => {
    expect(runs(draw({ values: [1, 2, null, 3, null, null, 4, 5] }, BOX).line)).toBe(3);
    expect(runs(draw({ values: [1, 2, 3] }, BOX).line)).toBe(1);
    expect(draw({ values: [null, null] }, BOX).line).toBe('');
  });

  it('a day between two gaps still has its point', () => {
    const { points } = draw({ values: [null, 7, null] }, BOX);

    expect(points.map(({ at, value }) => [at, value])).toEqual([[1, 7]]);
  });

  it('lies between the ends of the measure', () => {
    const { points, xOf } = draw({ values: [0, 10] }, BOX);

    expect(points.map(({ y }) => y)).toEqual([BOX.height - MARGIN.bottom, MARGIN.top]);
    expect(points.map(({ x }) => x)).toEqual([MARGIN.left, BOX.width - MARGIN.right]);
    expect(xOf(1)).toBe(BOX.width - MARGIN.right);
  });

  it('has its usual range behind it, with gaps of its own', () => {
    const { usual } = draw({ values: [1, 2, 3], usual: [{ low: 1, high: 2 }, null, { low: 2, high: 3 }] }, BOX);

    expect(runs(usual)).toBe(2);
    expect(draw({ values: [1] }, BOX).usual).toBe('');
  });
});

it.each([
  [3, 5, [0, 1, 2]],
  [14, 3, [0, 7, 13]],
  [84, 2, [0, 83]],
])('of %i days at most %i are named', (count, most, named) => {
  expect(labelled(count, most)).toEqual(named);
});
