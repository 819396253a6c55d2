import { describe, expect, it } from 'vitest';

import { bodyOf, choiceAnswer, draftFrom, goalLinkOf, itemAnswer, mustSendAhead, pickedChoice } from './answers';

const envelope = { submissionId: 'id', on: '2026-11-23', timezone: 'America/New_York', recordedAt: new Date('2026-11-23T14:00:00Z') };

describe('what is sent', () => {
  it('is nothing while mood is missing', () => {
    expect(bodyOf({ craving: 3 }, envelope)).toBeUndefined();
  });

  it('leaves out what was skipped and empty words', () => {
    expect(bodyOf({ mood: 0, goal: '  ', note: ' hi ' }, envelope)).toEqual({
      submission_id: 'id',
      on: '2026-11-23',
      timezone: 'America/New_York',
      recorded_at: '2026-11-23T14:00:00.000Z',
      mood: 0,
      note: 'hi',
    });
  });

  it('answers given before come back, skipped ones stay skipped', () => {
    expect(draftFrom({ id: 'x', mood: 4, used: false, craving: null, note: '' })).toEqual({ answers: { mood: 4, used: false }, at: 0 });
  });

  it('“no” to using is an answer, not a gap', () => {
    expect(choiceAnswer('used', 'no')).toEqual({ used: false });
    expect(pickedChoice('used', { used: false })).toBe('no');
    expect(pickedChoice('used', {})).toBeUndefined();
  });
});

describe('a hard answer', () => {
  it.each(['unsure', 'unsafe'] as const)('“%s” goes ahead of the rest, once', (safety) => {
    expect(mustSendAhead({ answers: { mood: 3, safety }, at: 1 })).toBe(true);
    expect(mustSendAhead({ answers: { mood: 3, safety }, at: 1, sentAhead: safety })).toBe(false);
  });

  it('goes again when it got harder', () => {
    expect(mustSendAhead({ answers: { mood: 3, safety: 'unsafe' }, at: 1, sentAhead: 'unsure' })).toBe(true);
  });

  it('waits for nothing, not even for mood', () => {
    expect(mustSendAhead({ answers: { safety: 'unsafe' }, at: 1 })).toBe(true);
    expect(bodyOf({ safety: 'unsafe' }, envelope)).toMatchObject({ safety: 'unsafe', on: '2026-11-23' });
    expect(bodyOf({ safety: 'safe' }, envelope)).toBeUndefined();
  });
});

describe('a person’s own items', () => {
  it('are laid over what was said of them before', () => {
    const first = itemAnswer({ mood: 4 }, 'a', { level: 7 });

    expect(itemAnswer({ ...first }, 'a', { acted: false })).toEqual({ items: { a: { level: 7, acted: false } } });
  });

  it('go with the form that asked for them', () => {
    const body = bodyOf({ mood: 4, items: { a: { level: 7 } } }, { ...envelope, formVersion: 'daily-1+1' });

    expect(body).toMatchObject({ form_version: 'daily-1+1', items: { a: { level: 7 } } });
    expect(draftFrom(body)).toEqual({ answers: { mood: 4, items: { a: { level: 7 } } }, at: 0 });
  });
});

describe('the goal of the day and one’s own goals', () => {
  const link = { goal_id: 'g', step_id: 's', text: 'Call my sister' };

  it('is linked while its words are those that were picked', () => {
    expect(goalLinkOf({ goal: ' Call my sister ', link })).toEqual({ goal_id: 'g', step_id: 's' });
    expect(goalLinkOf({ goal: 'Call my brother', link })).toBeUndefined();
  });

  it('is no longer linked when other words take its place', () => {
    expect(goalLinkOf({ goal: 'Call my brother' }, { goal: 'Call my sister' })).toEqual({ goal_id: null, step_id: null });
    expect(goalLinkOf({ goal: 'Call my sister' }, { goal: 'Call my sister' })).toBeUndefined();
  });

  it('is no answer of the check-in itself', () => {
    expect(bodyOf({ mood: 4, goal: 'Call my sister', link }, envelope)).not.toHaveProperty('link');
  });
});
