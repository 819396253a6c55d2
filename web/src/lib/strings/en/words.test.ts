import { describe, expect, it } from 'vitest';

import { gradeOf, textsOf } from '../../../testing/reading-level';
import { en } from '.';

/** Words that blame or label a person; none may appear in anything we show. */
const UNWELCOME = /\b(addict|alcoholic|abuser?|junkie|clean|dirty|relapsed?|failed|failure|non-?compliant|victim|committed suicide|streak)\b/i;

const wholeText = (messages: unknown): string =>
  textsOf(messages)
    .filter((text) => text.split(' ').length > 3)
    .map((text) => (/[.!?]$/.test(text) ? text : `${text}.`))
    .join(' ');

describe('the words of the app', () => {
  it.each([
    ['crisis', en.help, 5],
    ['help-now', en.helpNow, 5],
    ['check-in', en.checkIn, 6],
    ['today', en.today, 6],
    ['skills', en.skills, 6],
    ['me', en.me, 6],
    ['plan', en.plan, 6],
    ['diary', en.diary, 6],
    ['family', en.family, 7],
  ])('%s text stays at or under its school grade', (_, messages, grade) => {
    expect(gradeOf(wholeText(messages))).toBeLessThanOrEqual(grade);
  });

  it('labels and blames nobody', () => {
    expect(textsOf(en).filter((text) => UNWELCOME.test(text))).toEqual([]);
  });

  it('says on each box for free words that nobody reads it at once', () => {
    expect(en.checkIn.questions.note.hint).toMatch(/not at once/);
    expect(en.diary.noteHint).toMatch(/not at once/);
    expect(en.plan.notAtOnce).toMatch(/not at once/);
    expect(en.skills.notWatched).toMatch(/Nobody reads this at once/);
  });
});
