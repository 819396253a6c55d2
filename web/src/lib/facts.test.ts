import { expect, it } from 'vitest';

import { differences } from './facts';

it('only what differs is named, and marks of the sending are not', () => {
  const mine = { submission_id: 'a', recorded_at: 'now', on: '2026-11-23', mood: 3, used: false, note: 'hard day', craving: 4 };
  const theirs = { submission_id: 'b', id: 'x', version: 2, on: '2026-11-23', mood: 6, used: false, note: '', craving: 4 };

  expect(differences(mine, theirs)).toEqual([
    { key: 'mood', names: ['mood'], mine: '3', theirs: '6' },
    { key: 'note', names: ['note'], mine: 'hard day', theirs: '' },
  ]);
});

it('looks into parts, and does not mind the order of a list', () => {
  const mine = { urges: { drink: { level: 4, acted: true } }, triggers: ['stress', 'alone'] };
  const theirs = { urges: { drink: { level: 4, acted: false } }, triggers: ['alone', 'stress'] };

  expect(differences(mine, theirs)).toEqual([{ key: 'urges.drink.acted', names: ['urges', 'drink', 'acted'], mine: 'true', theirs: 'false' }]);
});

it('what was left open and what is missing are the same', () => {
  expect(differences({ mood: 5, stress: null }, { mood: 5 })).toEqual([]);
});
