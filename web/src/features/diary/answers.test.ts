import { describe, expect, it } from 'vitest';

import { addsDanger, answersFrom, bodyOf, dangersIn, toggled, withTarget, withUrge } from './answers';

const envelope = { submissionId: 'id', timezone: 'America/New_York', recordedAt: new Date('2026-11-23T14:00:00Z'), baseVersion: 0 };

describe('what must lead to help at once', () => {
  it.each([
    ['an urge toward suicide of 3', withUrge({}, 'suicide', { level: 3 }), ['suicide_urge']],
    ['an urge toward suicide of 2', withUrge({}, 'suicide', { level: 2 }), []],
    ['an act toward suicide, whatever the urge', withUrge({}, 'suicide', { level: 0, acted: true }), ['suicide_act']],
    ['self-harm', withUrge({}, 'self_harm', { acted: true }), ['self_harm_act']],
    ['a strong urge to self-harm that was not acted on', withUrge({}, 'self_harm', { level: 5, acted: false }), []],
    ['use', withUrge({}, 'use', { level: 5, acted: true }), []],
  ])('%s', (_, answers, expected) => {
    expect(dangersIn(answers)).toEqual(expected);
  });

  it('comes once for each new answer, not for each tap after it', () => {
    const urge = withUrge({}, 'suicide', { level: 3 });

    expect(addsDanger({}, urge)).toBe(true);
    expect(addsDanger(urge, withUrge(urge, 'suicide', { level: 5 }))).toBe(false);
    expect(addsDanger(urge, withUrge(urge, 'suicide', { acted: true }))).toBe(true);
  });
});

describe('what is sent', () => {
  it('is nothing while nothing was answered', () => {
    expect(bodyOf({ note: '  ', skills: [], substances: [' '], urges: { use: {} } }, envelope)).toBeUndefined();
  });

  it('leaves out what was skipped, and keeps zero and “no”', () => {
    const answers = { ...withUrge({}, 'use', { level: 0, acted: false }), substances: ['Beer ', ''], note: ' hi ', emotions: { sad: 2 } };

    expect(bodyOf(answers, envelope)).toEqual({
      submission_id: 'id',
      timezone: 'America/New_York',
      recorded_at: '2026-11-23T14:00:00.000Z',
      base_version: 0,
      urges: { use: { level: 0, acted: false } },
      substances: ['Beer'],
      note: 'hi',
      emotions: { sad: 2 },
    });
  });

  it('a saved card comes back without its gaps', () => {
    expect(answersFrom({ id: 'x', urges: { use: { level: 2, acted: null }, suicide: { level: null, acted: null } }, note: '', medication: null, skills: [] })).toEqual({ urges: { use: { level: 2 } } });
  });
});

it('targets and skills change one at a time', () => {
  expect(withTarget(withTarget({}, 'a', { level: 2 }), 'a', { acted: true }).targets).toEqual({ a: { level: 2, acted: true } });
  expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
});
