import { expect, it, vi } from 'vitest';

import { minutesOff, noteServerTime, onClockOff } from './clock-off';

const SERVER = Date.parse('2026-11-23T14:00:00Z');
const HEADER = 'Mon, 23 Nov 2026 14:00:00 GMT';
const HOUR = 3_600_000;

it('says by how much this clock is off, and nothing of what does not matter', () => {
  const heard = vi.fn();
  const stop = onClockOff(heard);

  noteServerTime(HEADER, SERVER + 4 * 60_000);
  expect(minutesOff()).toBe(0);
  expect(heard).not.toHaveBeenCalled();

  noteServerTime(HEADER, SERVER + 3 * HOUR);
  expect(minutesOff()).toBe(180);
  noteServerTime(null, SERVER - HOUR);
  noteServerTime('nonsense', SERVER - HOUR);
  expect(minutesOff()).toBe(180);
  expect(heard).toHaveBeenCalledTimes(1);

  noteServerTime(HEADER, SERVER - 2 * HOUR);
  expect(minutesOff()).toBe(-120);
  noteServerTime(HEADER, SERVER);
  expect(minutesOff()).toBe(0);
  stop();
});
