import { expect, it } from 'vitest';

import type { Alert } from '../../api/types';
import { bySeverityAndAge, clock, span, undoLeft, withChanged } from './order';

const alert = (id: string, tier: Alert['tier'], due_by: string | null): Alert => ({ id, tier, due_by, raised_at: '2026-11-23T07:00:00Z', state: 'open' }) as Alert;

it('the most severe comes first, and among equals the one due first', () => {
  const sorted = bySeverityAndAge([
    alert('watch', 'watch', null),
    alert('later high', 'high', '2026-11-23T12:00:00Z'),
    alert('medium', 'medium', '2026-11-23T08:00:00Z'),
    alert('critical', 'critical', '2026-11-23T13:00:00Z'),
    alert('sooner high', 'high', '2026-11-23T11:00:00Z'),
  ]);

  expect(sorted.map(({ id }) => id)).toEqual(['critical', 'sooner high', 'later high', 'medium', 'watch']);
});

it.each([
  [0, '0 min'],
  [59, '59 min'],
  [60, '1 h'],
  [65, '1 h 5 min'],
  [1500, '1 d 1 h'],
])('%i minutes read “%s”', (minutes, text) => {
  expect(span(minutes)).toBe(text);
});

it('the clock says when time is up', () => {
  const due = alert('a', 'high', '2026-11-23T10:00:00Z');

  expect(clock(due, new Date('2026-11-23T09:48:00Z'))).toEqual({ text: 'Due in 12 min', overdue: false });
  expect(clock(due, new Date('2026-11-23T10:25:00Z'))).toEqual({ text: 'Overdue by 25 min', overdue: true });
});

it('what nobody waits for has no clock', () => {
  expect(clock(alert('a', 'watch', null), new Date())).toBeUndefined();
});

it.each([
  ['2026-11-23T10:01:00Z', 60],
  ['2026-11-23T09:59:00Z', 0],
  [null, 0],
])('until %s there are %i seconds to undo', (undo_until, left) => {
  expect(undoLeft({ undo_until }, Date.parse('2026-11-23T10:00:00Z'))).toBe(left);
});

it('a row that changed leaves the list of its old state and shows once in the new one', () => {
  const before = alert('a', 'high', null);
  const after = { ...before, state: 'acknowledged' as const };
  const other = alert('b', 'high', null);

  expect(withChanged([before, other], 'open', [after])).toEqual([other]);
  expect(withChanged([after], 'acknowledged', [after])).toEqual([after]);
});
