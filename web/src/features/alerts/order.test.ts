import { expect, it } from 'vitest';

import type { Alert } from '../../api/types';
import { bySeverityAndAge, clock, span } from './order';

const alert = (id: string, tier: Alert['tier'], due_at: string): Alert => ({ id, tier, due_at }) as Alert;

it('the most severe comes first, and among equals the one due first', () => {
  const sorted = bySeverityAndAge([
    alert('later high', 'high', '2026-11-23T12:00:00Z'),
    alert('medium', 'medium', '2026-11-23T08:00:00Z'),
    alert('critical', 'critical', '2026-11-23T13:00:00Z'),
    alert('sooner high', 'high', '2026-11-23T11:00:00Z'),
  ]);

  expect(sorted.map(({ id }) => id)).toEqual(['critical', 'sooner high', 'later high', 'medium']);
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

  expect(clock(due, new Date('2026-11-23T09:48:00Z'))).toEqual({ text: 'Answer within 12 min', overdue: false });
  expect(clock(due, new Date('2026-11-23T10:25:00Z'))).toEqual({ text: 'Overdue by 25 min', overdue: true });
});
