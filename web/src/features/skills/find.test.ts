import { expect, it } from 'vitest';

import type { SkillSummary } from '../../api/types';
import { ANYTHING, byTopic, find } from './find';

const skill = (slug: string, part: Partial<SkillSummary>): SkillSummary => ({
  slug,
  language: 'en',
  title: slug,
  kind: 'dbt',
  module: 'mindfulness',
  minutes: 5,
  needs: ['craving'],
  summary: '',
  assigned_only: false,
  ...part,
});
const stop = skill('stop', { title: 'STOP', summary: 'Wait before you act.', needs: ['craving', 'panic'] });
const sleep = skill('sleep', { title: 'Evening calm', kind: 'sleep', module: '', needs: ['sleep'] });
const cafe = skill('cafe', { title: 'A café moment', needs: ['low'] });
const library = [stop, sleep, cafe];
const slugs = (found: SkillSummary[]): string[] => found.map((one) => one.slug);

it.each([
  ['anything', ANYTHING, ['stop', 'sleep', 'cafe']],
  ['a need', { ...ANYTHING, need: 'panic' }, ['stop']],
  ['a topic', { ...ANYTHING, topic: 'mindfulness' }, ['stop', 'cafe']],
  ['a skill of no module by its kind', { ...ANYTHING, topic: 'sleep' }, ['sleep']],
  ['all the words, in any order and case', { ...ANYTHING, words: ' ACT wait ' }, ['stop']],
  ['words without their accents', { ...ANYTHING, words: 'cafe' }, ['cafe']],
  ['what is saved', { ...ANYTHING, savedOnly: true }, ['sleep']],
  ['nothing', { ...ANYTHING, words: 'zebra' }, []],
])('finds %s', (_, wanted, expected) => {
  expect(slugs(find(library, wanted, ['sleep']))).toEqual(expected);
});

it('groups by the names of topics, in their order', () => {
  const groups = byTopic(library, (topic) => ({ mindfulness: 'Being here', sleep: 'A rest' })[topic] ?? topic);

  expect(groups.map(([name, skills]) => [name, slugs(skills)])).toEqual([
    ['A rest', ['sleep']],
    ['Being here', ['stop', 'cafe']],
  ]);
});
