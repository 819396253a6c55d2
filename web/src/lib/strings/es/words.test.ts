import { beforeAll, describe, expect, it } from 'vitest';

import { easeOf, textsOf, wholeText } from '../../../testing/reading-level';
import type { Messages } from '..';
import { first, later } from '.';

/** What labels, blames or pushes people; the list of tests/skills/wording.py, for the app's own words. */
const UNWELCOME =
  /(?<!\p{L})(adict[oa]s?|drogadict\p{L}+|alcohólic[oa]s?|borrach[oa]s?|tox[ií]cóman[oa]s?|abus(?:o|os|a|as|an|ar|aste|ó|ador\p{L}*)|reca(?:er|es|e|iste|yó)|comet\p{L}+ suicidio|intento fallido|víctimas?|incumpli\p{L}+|pacientes?|limpi[oa]s?|sucia?s?|loc[oa]s?|fracas\p{L}+|racha|adherencia)(?!\p{L})/iu;

/** Told to a friend; we say “usted”. */
const FAMILIAR = /(?<!\p{L})(tú|ti|contigo|tus?|tienes|puedes|quieres|debes|eres|estás|sientes|haz|te)(?!\p{L})/iu;

/** Words of English, or made from them, for which Spanish has its own. Columns of a file keep their names. */
const BORROWED = /(?<!\p{L})(email|e-mail|check-in|login|password|link|click|clic(?:k|kear|ar)|setear|aplicar para|reporte|agendar|feedback|staff|tip|trigger|craving|offline|online|notificarle de vuelta)(?!\p{L})/iu;

const VERY_EASY = 70;
const EASY = 65;
const NORMAL = 55;

const es = { ...first } as unknown as Messages;

beforeAll(async () => {
  for (const [area, load] of Object.entries(later)) Object.assign(es, { [area]: await load() });
});

const found = (wrong: RegExp): string[] => textsOf(es).filter((text) => wrong.test(text));

describe('the words of the app in Spanish', () => {
  it.each<[keyof Messages, number]>([
    ['help', VERY_EASY],
    ['helpNow', VERY_EASY],
    ['checkIn', EASY],
    ['checkInAnswers', EASY],
    ['moments', EASY],
    ['today', EASY],
    ['skills', EASY],
    ['me', EASY],
    ['contact', EASY],
    ['plan', EASY],
    ['diary', EASY],
    ['care', EASY],
    ['between', EASY],
    ['reminders', EASY],
    ['timetable', EASY],
    ['questionnaires', EASY],
    ['family', EASY],
    ['sharedCard', EASY],
    ['learn', EASY],
    ['support', EASY],
    ['join', EASY],
    ['about', EASY],
    ['device', EASY],
    ['sharing', NORMAL],
  ])('%s reads easily', (area, least) => {
    expect(easeOf(wholeText(es[area]))).toBeGreaterThanOrEqual(least);
  });

  it('labels and blames nobody', () => {
    expect(found(UNWELCOME)).toEqual([]);
  });

  it('says “usted” to everybody', () => {
    expect(found(FAMILIAR)).toEqual([]);
  });

  it('borrows nothing that Spanish has', () => {
    expect(found(BORROWED).filter((text) => !text.includes('CSV'))).toEqual([]);
  });

  it('says on each box for free words that nobody reads it at once', () => {
    const boxes = [es.checkIn.questions.note.hint, es.diary.noteHint, es.moments.urge.whoReads, es.plan.notAtOnce, es.care.medications.noteAtOnce, es.questionnaires.notAtOnce, es.support.wordsHint, es.sharing.supportHint, es.sharing.restrictWordsHint, es.between.ownHint, es.skills.notWatched];

    for (const hint of boxes) expect(hint).toMatch(/no (?:de|en) (?:inmediato|seguida|el momento)|enseguida|en seguida|al momento|al instante|de inmediato/i);
    expect(es.learn.reflectPrivate).toMatch(/nadie lee|nadie más lee/i);
  });
});
