import { expect, it } from 'vitest';

import { answered } from './answers';

const exercise = {
  steps: [
    { key: 'one', fields: [{ key: 'facts', label: 'The facts', type: 'text' }, { key: 'wait', label: 'Wait', type: 'timer' }] },
    { key: 'two', fields: [{ key: 'next', label: 'What now', type: 'choice', options: [{ value: 'walk', label: 'Take a walk' }] }] },
  ],
};

it('names answers as the exercise does, in its order, and says what was chosen', () => {
  expect(answered(exercise, { 'two.next': 'walk', 'one.facts': 'It rained.', 'one.wait': 30 })).toEqual([
    { key: 'one.facts', label: 'The facts', value: 'It rained.' },
    { key: 'two.next', label: 'What now', value: 'Take a walk' },
  ]);
});

it('keeps what the exercise no longer asks', () => {
  expect(answered(undefined, { 'one.old_words': 'Still here', 'one.none': null })).toEqual([{ key: 'one.old_words', label: 'old words', value: 'Still here' }]);
});
