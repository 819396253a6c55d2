import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { gradeOf } from '../testing/reading-level';
import { inLanguage, needsHelpNow, suggest, type GuideTable } from './guide';

interface Case {
  answers: Record<string, string>;
  first: string | null;
  level: string | null;
  because: string | null;
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const table = read('../admissions/content/guide.json') as GuideTable;
const cases = read('../tests/admissions/guide_cases.json') as Case[];

describe('the guide to levels of care', () => {
  it.each(cases)('answers $answers as the server’s rule does', ({ answers, first, level, because }) => {
    const found = suggest(table, answers);

    expect([found.first?.outcome ?? null, found.level?.outcome ?? null, found.level?.because ?? null]).toEqual([first, level, because]);
  });

  it('asks for help first after any urgent answer, whatever else was said', () => {
    const [urgent] = table.questions;
    const options = urgent?.options.map(({ key }) => key).filter((key) => key !== 'none') ?? [];

    expect(options.length).toBeGreaterThan(0);
    for (const option of options) expect(needsHelpNow(table, { now: option, days: 'mostly', hold: 'week' })).toBe(true);
  });

  it('has words and a reason for everything it can say', () => {
    for (const { outcome, because } of [...table.first, ...table.levels, table.otherwise]) {
      expect(inLanguage(table.outcomes[outcome]?.title, 'en')).not.toBe('');
      expect(inLanguage(table.reasons[because], 'en')).not.toBe('');
    }
  });

  it('asks in words of school grade 7 or lower', () => {
    const texts = table.questions.flatMap(({ ask, why, options }) => [ask, why, ...options.map(({ say }) => say)]).map((said) => inLanguage(said, 'en'));

    expect(gradeOf(texts.map((text) => `${text}.`).join(' '))).toBeLessThanOrEqual(7);
  });
});
