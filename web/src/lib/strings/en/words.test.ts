import { describe, expect, it } from 'vitest';

import { gradeOf, textsOf, wholeText } from '../../../testing/reading-level';
import { t } from '..';

/** Words that blame or label a person; none may appear in anything we show. */
const UNWELCOME = /\b(addict|alcoholic|abuser?|junkie|clean|dirty|relapsed?|failed|failure|non-?compliant|victim|committed suicide|streak)\b/i;

describe('the words of the app', () => {
  it.each([
    ['crisis', t.help, 5],
    ['help-now', t.helpNow, 5],
    ['check-in', t.checkIn, 6],
    ['check-in answers', t.checkInAnswers, 6],
    ['moments', t.moments, 6],
    ['today', t.today, 6],
    ['skills', t.skills, 6],
    ['me', t.me, 6],
    ['before the program', { ...t.useHistory, clinician: undefined }, 6],
    ['being contacted', t.contact, 6],
    ['plan', t.plan, 6],
    ['diary', t.diary, 6],
    ['family', t.family, 7],
    ['what is shared', t.sharedCard, 7],
    ['lessons', t.learn, 7],
    ['support', t.support, 7],
    ['accepting an invitation', t.join, 7],
    ['about', t.about, 7],
    ['care', t.care, 6],
    ['between a client and their people', t.between, 6],
    ['consents', t.sharing, 8],
    ['reminders', t.reminders, 6],
    ['timetable', t.timetable, 6],
    ['questionnaires', t.questionnaires, 6],
  ])('%s text stays at or under its school grade', (_, messages, grade) => {
    expect(gradeOf(wholeText(messages))).toBeLessThanOrEqual(grade);
  });

  it('labels and blames nobody', () => {
    expect(textsOf(t).filter((text) => UNWELCOME.test(text))).toEqual([]);
  });

  it('says on each box for free words that nobody reads it at once', () => {
    expect(t.checkIn.questions.note.hint).toMatch(/not at once/);
    expect(t.diary.noteHint).toMatch(/not at once/);
    expect(t.moments.urge.whoReads).toMatch(/not at once/);
    expect(t.plan.notAtOnce).toMatch(/not at once/);
    expect(t.care.medications.noteAtOnce).toMatch(/not at once/);
    expect(t.questionnaires.notAtOnce).toMatch(/not at once/);
    expect(t.support.wordsHint).toMatch(/not at once/);
    expect(t.sharing.supportHint).toMatch(/Nobody reads this at once/);
    expect(t.sharing.restrictWordsHint).toMatch(/not at once/);
    expect(t.between.ownHint).toMatch(/not at once/);
    expect(t.learn.reflectPrivate).toMatch(/Nobody reads this/);
    expect(t.skills.notWatched).toMatch(/Nobody reads this at once/);
  });
});
