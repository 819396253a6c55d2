import { expect, it } from 'vitest';

import type { Shift } from '../../api/rota';
import { daysOf, ofDay, withinDay } from './rota-days';

const ZONE = 'America/New_York';
// From nine in the evening of the 23rd until seven of the 24th.
const night = { id: 'n', place: 'on_call', starts_at: '2026-11-24T02:00:00Z', ends_at: '2026-11-24T12:00:00Z' } as Shift;

it('a turn through the night is on both days, and on no other', () => {
  expect(ofDay([night], '2026-11-23', ZONE)).toEqual([night]);
  expect(ofDay([night], '2026-11-24', ZONE)).toEqual([night]);
  expect(ofDay([night], '2026-11-25', ZONE)).toEqual([]);
});

it('a gap is cut where the day ends', () => {
  const first = withinDay(night, '2026-11-23', ZONE);

  expect(first).toEqual({ starts_at: night.starts_at, ends_at: '2026-11-24T05:00:00.000Z' });
});

it('each day says its gaps and its turns by place', () => {
  const [day] = daysOf({ shifts: [night], gaps: [night] }, ['2026-11-24'], ZONE);

  expect(day?.gaps).toHaveLength(1);
  expect(day?.places.map(({ place, shifts }) => [place, shifts.length])).toEqual([
    ['on_call', 1],
    ['backup', 0],
    ['supervisor', 0],
    ['director', 0],
  ]);
});
