import { expect, it } from 'vitest';

import { rolesOn, sideAt, sidesOf } from './sides';

const learn = { roles: [], side: 'family' as const };
const shared = { roles: ['family' as const] };
const today = { roles: ['client' as const] };
const me = { roles: ['client' as const, 'family' as const, 'clinician' as const, 'administrator' as const] };

it('a client who is also a relative has two sides, and the screen says which one it is', () => {
  const roles = ['client', 'family'] as const;

  expect(sidesOf(roles)).toEqual(['own', 'family']);
  expect(sideAt(today, roles)).toBe('own');
  expect(sideAt(shared, roles)).toBe('family');
  expect(sideAt(me, roles)).toBe('family');
  expect(sideAt(today, roles)).toBe('own');
  expect(rolesOn('own', roles)).toEqual(['client']);
});

it('a clinician who administers has one side; with a relative, two', () => {
  expect(sidesOf(['clinician', 'administrator'])).toEqual(['work']);
  expect(sidesOf(['clinician', 'family'])).toEqual(['work', 'family']);
  expect(sideAt(learn, ['clinician', 'family'])).toBe('family');
});

it('lessons, which everybody may read, move nobody to a side that is not theirs', () => {
  expect(sideAt(learn, ['client'])).toBe('own');
});
