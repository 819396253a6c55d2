import { expect, it } from 'vitest';

import type { RosterEntry } from '../../api/schedule';
import { begin, chosen, isChanged, marked, newest, openCount, restPresent, undone } from './roster-draft';

const person = (client: string, attendance: RosterEntry['attendance'] = ''): RosterEntry => ({ client, name: client, attendance, attendance_at: null, cannot_come: null });
const people = [person('ann', 'present'), person('ben'), person('cy')];

it('begins with the first person about whom nothing is known', () => {
  expect(newest(begin(people)).at).toBe(1);
  expect(newest(begin([person('ann', 'late')])).at).toBe(0);
});

it('a mark goes on to the next, and stays within the list', () => {
  const once = marked(begin(people), people, 1, 'late');
  const twice = marked(once, people, 2, 'absent');

  expect(newest(once)).toEqual({ marks: { ben: 'late' }, at: 2 });
  expect(newest(twice)).toEqual({ marks: { ben: 'late', cy: 'absent' }, at: 2 });
  expect(openCount(people, newest(twice))).toBe(0);
  expect(newest(chosen(twice, 9, people.length)).at).toBe(2);
  expect(newest(chosen(twice, -3, people.length)).at).toBe(0);
});

it('the rest becomes present, and one undo takes all of them back', () => {
  const begun = marked(begin(people), people, 1, 'excused');
  const rest = restPresent(begun, people);

  expect(newest(rest).marks).toEqual({ ben: 'excused', cy: 'present' });
  expect(undone(rest)).toEqual(begun);
  expect(restPresent(rest, people)).toBe(rest);
});

it('undo ends at what was saved', () => {
  const begun = begin(people);

  expect(undone(undone(begun))).toEqual(begun);
  expect(isChanged(people, newest(begun))).toBe(false);
  expect(isChanged(people, newest(marked(begun, people, 0, 'present')))).toBe(false);
  expect(isChanged(people, newest(marked(begun, people, 0, 'absent')))).toBe(true);
});
