import { expect, it } from 'vitest';

import { A_MINUTE, isOver, trialOf } from './trial';

const at = (second: number): string => new Date(Date.UTC(2026, 10, 23, 16, 0, second)).toISOString();

it.each([
  ['on its way', { tested_at: at(10), delivered_at: null, arrived_at: null }, 1000, 'waiting'],
  ['on its way, after earlier notes', { tested_at: at(10), delivered_at: at(3), arrived_at: at(4) }, 1000, 'waiting'],
  ['taken by the push service', { tested_at: at(10), delivered_at: at(11), arrived_at: null }, 2000, 'sent'],
  ['told of by the device', { tested_at: at(10), delivered_at: at(11), arrived_at: at(12) }, 3000, 'came'],
  ['told of before the server has noted the sending', { tested_at: at(10), delivered_at: at(3), arrived_at: at(12) }, 3000, 'came'],
  ['told of late', { tested_at: at(10), delivered_at: at(11), arrived_at: at(59) }, A_MINUTE * 2, 'came'],
  ['sent, and not there within a minute', { tested_at: at(10), delivered_at: at(11), arrived_at: null }, A_MINUTE, 'late'],
  ['not even sent within a minute', { tested_at: at(10), delivered_at: null, arrived_at: null }, A_MINUTE, 'unsent'],
] as const)('is honest about a trial that is %s', (_, point, waited, expected) => {
  expect(trialOf(point, waited)).toBe(expected);
});

it('stops asking when nothing more is to be expected', () => {
  expect((['waiting', 'sent', 'came', 'late', 'unsent'] as const).filter(isOver)).toEqual(['came', 'late', 'unsent']);
});
