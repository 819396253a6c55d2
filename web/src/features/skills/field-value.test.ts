import { expect, it } from 'vitest';

import { tidy, type FieldValue } from './field-value';

it.each<[string, FieldValue, FieldValue | undefined]>([
  ['empty text', '  ', undefined],
  ['a zero', 0, 0],
  ['lines left empty', ['sad', ' ', ''], ['sad']],
  ['only empty lines', [''], undefined],
  ['a rung without words', [{ text: '', rating: 40 }, { text: 'call', rating: null }], [{ text: 'call', rating: null }]],
  ['both sides empty', { for: [''], against: [] }, undefined],
  ['one side', { for: ['a'], against: [' '] }, { for: ['a'], against: [] }],
  ['a plan without “what”', { when: 'noon' }, undefined],
  ['a plan', { what: 'walk', when: '' }, { what: 'walk' }],
])('%s', (_, given, sent) => {
  expect(tidy(given)).toEqual(sent);
});
