import { expect, it } from 'vitest';

import type { Referral, Task } from '../../api/case-work';
import { isLate, movesOfReferral, movesOfTask, referralBody, taskBody } from './case-moves';

const person = { id: 'okafor', name: 'Dr. Okafor' };
const task: Task = { id: 't', client: person, title: 'Call the pharmacy', note: '', owner: person, due_on: '2026-12-01', state: 'doing', for_client: true, added_at: '2026-11-23T10:00:00Z', added_by: person };
const referral: Referral = { id: 'r', client: person, to: 'Sleep clinic', purpose: '', phone: '', owner: person, due_on: null, appointment_at: null, state: 'sent', for_client: false, added_at: '2026-11-23T10:00:00Z', added_by: person };

it('offers only the moves that the server takes', () => {
  expect(movesOfTask(task)).toEqual(['done', 'open', 'dropped']);
  expect(movesOfTask({ ...task, state: 'done' })).toEqual(['open']);
  expect(movesOfReferral(referral)).toEqual(['accepted', 'declined', 'closed']);
  expect(movesOfReferral({ ...referral, state: 'started' })).toEqual(['closed']);
});

it('a move says again all that stands, so that nothing is lost', () => {
  expect(taskBody(task)).toEqual({ title: 'Call the pharmacy', note: '', owner_id: 'okafor', due_on: '2026-12-01', state: 'doing', for_client: true });
  expect(referralBody(referral)).toEqual({ to: 'Sleep clinic', purpose: '', phone: '', owner_id: 'okafor', due_on: null, appointment_at: null, state: 'sent', for_client: false });
});

it('late is a day that is over', () => {
  expect([isLate(null, '2026-12-01'), isLate('2026-12-01', '2026-12-01'), isLate('2026-11-30', '2026-12-01')]).toEqual([false, false, true]);
});
