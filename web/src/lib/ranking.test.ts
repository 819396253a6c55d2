import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { effectsOf, rank, RULE, RULE_VERSION, type Done, type Effect, type Exercise } from './ranking';
import { because } from './reasons';

interface Cases {
  rule: object;
  ranks: {
    name: string;
    need: string;
    level: number;
    exercises: Exercise[];
    effects: Effect[];
    expected: { slug: string; score: number; tried: number; because: { en: string } }[];
  }[];
  sums: { name: string; practices: Done[]; expected: Effect[] }[];
}

// The server's tests read the same file.
const cases = JSON.parse(readFileSync('../tests/skills/ranking-cases.json', 'utf8')) as Cases;

describe('the phone ranks as the server does', () => {
  it('by the same version and numbers', () => {
    expect({ version: RULE_VERSION, ...RULE }).toEqual(cases.rule);
  });

  it.each(cases.ranks)('$name', ({ exercises, effects, need, level, expected }) => {
    const ranked = rank(exercises, effects, { need, level });

    expect(ranked.map((one) => ({ slug: one.exercise.slug, score: one.score, tried: one.tried, because: because(one) }))).toEqual(
      expected.map((one) => ({ ...one, because: one.because.en })),
    );
  });

  it.each(cases.sums)('sums: $name', ({ practices, expected }) => {
    expect(effectsOf(practices)).toEqual(expected);
  });

  it('in whatever order the effects come', () => {
    for (const { exercises, effects, need, level } of cases.ranks) {
      expect(rank(exercises, [...effects].reverse(), { need, level })).toEqual(rank(exercises, effects, { need, level }));
    }
  });
});
