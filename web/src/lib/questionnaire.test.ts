import { describe, expect, it } from 'vitest';

import { answerWords, askedIn, askedInRow, criticalIn, firstMissing, givenOf, pagesOf, picked, type Item } from './questionnaire';

const item = (link_id: string, part: Partial<Item> = {}): Item => ({
  link_id,
  type: 'choice',
  text: `About ${link_id}`,
  help: [],
  required: false,
  repeats: false,
  options: [],
  min: null,
  max: null,
  max_length: null,
  most: null,
  unit: '',
  enable_when: [],
  enable_behavior: 'all',
  items: [],
  ...part,
});

const asked = (items: readonly Item[], answers: Record<string, unknown>): string[] => {
  const isAsked = askedIn(items);
  return items.map(({ link_id }) => link_id).filter((link) => isAsked(link, [answers]));
};

describe('what is asked', () => {
  const when = (operator: '=' | '!=' | 'exists' | '>' | '<' | '>=' | '<=', answer: string | number | boolean): Item[] => [item('a'), item('b', { enable_when: [{ question: 'a', operator, answer }] })];

  it.each([
    ['=', 'yes', 'yes', true],
    ['=', 'yes', 'no', false],
    ['=', 'yes', undefined, false],
    ['!=', 'yes', 'no', true],
    ['!=', 'yes', undefined, true],
    ['!=', 'yes', 'yes', false],
    ['exists', true, 'x', true],
    ['exists', true, undefined, false],
    ['exists', false, undefined, true],
    ['>', 3, 4, true],
    ['>', 3, 3, false],
    ['>=', 3, 3, true],
    ['<', 3, 2, true],
    ['<=', '2026-11-23', '2026-11-23', true],
    ['>', 3, 'words', false],
    ['=', 1, true, false],
  ] as const)('%s %s with the answer %s', (operator, wanted, given, isShown) => {
    expect(asked(when(operator, wanted), { a: given })).toEqual(isShown ? ['a', 'b'] : ['a']);
  });

  it('one of several answers is enough', () => {
    expect(asked(when('=', 'x'), { a: ['y', 'x'] })).toContain('b');
  });

  it('an answer to what is not asked counts as none', () => {
    const chain = [...when('=', 'yes'), item('c', { enable_when: [{ question: 'b', operator: 'exists', answer: true }] })];

    expect(asked(chain, { a: 'no', b: 'left from before' })).toEqual(['a']);
    expect(asked(chain, { a: 'yes', b: 'now' })).toEqual(['a', 'b', 'c']);
  });

  it('all conditions, or any of them', () => {
    const both = [
      { question: 'a', operator: '=' as const, answer: '1' },
      { question: 'b', operator: '=' as const, answer: '1' },
    ];
    const all = [item('a'), item('b'), item('c', { enable_when: both })];
    const any = [item('a'), item('b'), item('c', { enable_when: both, enable_behavior: 'any' })];

    expect(asked(all, { a: '1' })).not.toContain('c');
    expect(asked(any, { a: '1' })).toContain('c');
  });

  it('inside a row its own answers come first', () => {
    const rows = item('meds', { type: 'group', repeats: true, items: [item('name', { type: 'string' }), item('dose', { enable_when: [{ question: 'name', operator: 'exists', answer: true }] })] });
    const inRow = (row: Record<string, unknown>): string[] => askedInRow([rows], rows, [{}, row]).map(({ link_id }) => link_id);

    expect(inRow({})).toEqual(['name']);
    expect(inRow({ name: 'Tea' })).toEqual(['name', 'dose']);
  });
});

describe('the screens', () => {
  const form = [
    item('intro', { type: 'display', text: 'The past seven days.' }),
    item('g', { type: 'group', text: 'How often', items: [item('one'), item('two', { items: [item('why', { enable_when: [{ question: 'two', operator: '=', answer: 'x' }] })] })] }),
    item('bye', { type: 'display', text: 'That is all.' }),
  ];

  it('are one for each question, under the words that lead to it', () => {
    const { pages, closing } = pagesOf(form, {});

    expect(pages.map((page) => page.item.link_id)).toEqual(['one', 'two']);
    expect(pages[1]?.lead).toEqual(['The past seven days.', 'How often']);
    expect(closing).toEqual(['That is all.']);
    expect(pagesOf(form, { two: 'x' }).pages).toHaveLength(3);
  });

  it('the first that is required and missing is found', () => {
    const { pages } = pagesOf([item('a'), item('b', { required: true })], {});

    expect(firstMissing(pages, {})).toBe(1);
    expect(firstMissing(pages, { b: 'x' })).toBe(-1);
    expect(firstMissing(pages, { b: [] })).toBe(1);
  });
});

describe('an answer that calls for help', () => {
  it.each([
    [{ nine: '2' }, ['nine=2']],
    [{ nine: '0' }, []],
    [{ nine: ['0', '3'] }, ['nine=3']],
    [{ count: 1 }, ['count=1']],
    [{ count: 0 }, []],
    [{ flag: true }, ['flag=true']],
    [{ rows: [{ nine: '1' }] }, ['nine=1']],
    [{ nine: null }, []],
  ])('%j', (answers, signs) => {
    expect(criticalIn({ nine: ['1', '2', '3'], count: [], flag: ['true'] }, answers)).toEqual(signs);
  });
});

it('what says nothing is not sent', () => {
  expect(givenOf({ a: '', b: null, c: [], d: false, e: 0 })).toEqual({ d: false, e: 0 });
});

it('an answer that stands alone puts the others out, and is put out by them', () => {
  const options = [
    { key: 'a', text: 'A', exclusive: false },
    { key: 'none', text: 'None', exclusive: true },
  ];

  expect(picked(options, ['a'], ['a', 'none'])).toEqual(['none']);
  expect(picked(options, ['none'], ['none', 'a'])).toEqual(['a']);
  expect(picked(options, ['a'], [])).toEqual([]);
});

it.each([
  ['x', 'Often'],
  [['x', { text: 'own' }], 'Often, own'],
  [true, 'Yes'],
  [3, '3'],
])('an answer %j in words', (answer, words) => {
  expect(answerWords({ options: [{ key: 'x', text: 'Often', exclusive: false }] }, answer, 'Yes', 'No')).toBe(words);
});
