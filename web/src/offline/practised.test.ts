import { expect, it } from 'vitest';

import type { Effects } from '../api/skills';
import { RULE, RULE_VERSION } from '../lib/ranking';
import { withUnsent } from './practised';
import type { Work } from './queue';

const practice = (body: Record<string, unknown>, part: Partial<Work> = {}): Work => ({
  id: 'one',
  kind: 'practice',
  path: '/api/v1/practices/',
  body: { skill: 'stop', need: 'craving', before: 8, ...body },
  created: 1,
  attempts: 0,
  state: 'waiting',
  mayAmend: false,
  ...part,
});
const known: Effects = {
  ...RULE,
  rule_version: RULE_VERSION,
  effects: [{ slug: 'stop', need: 'craving', level_band: 'high', tried: 1, helped: 1, total_change: 3, mean_change: 3, yes: 0, no: 0 }],
};

it('counts what waits on the phone in', () => {
  const [effect] = withUnsent(known, [practice({ after: 6, helpful: true })]);

  expect(effect).toMatchObject({ tried: 2, helped: 2, total_change: 5, yes: 1 });
});

it('counts neither what was refused nor other work', () => {
  const others = [practice({ after: 0 }, { state: 'refused' }), practice({ after: 0 }, { kind: 'check_in' })];

  expect(withUnsent(known, others)).toEqual(known.effects);
});

it('knows nothing at first', () => {
  expect(withUnsent(undefined, [])).toEqual([]);
});
