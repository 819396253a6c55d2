import { describe, expect, it } from 'vitest';

import { shiftDay } from './dates';
import { weekEnding, weekGroups, weekWords, type CardOfDay, type Target } from './diary-week';

const none = { level: null, acted: null };
const card = (part: Partial<CardOfDay>): CardOfDay => ({
  on: '2026-11-23',
  urges: { use: none, self_harm: none, suicide: none },
  emotions: { sad: null, anger: null, fear: null, shame: null, joy: null },
  misery: { emotional: null, physical: null },
  substances: [],
  medication: null,
  sleep_hours: null,
  skills: [],
  skill_rating: null,
  targets: {},
  note: '',
  ...part,
});
const days = weekEnding('2026-11-23', shiftDay);
const row = (cards: CardOfDay[], key: string, targets: Target[] = []) => weekGroups(days, cards, targets).flatMap(({ rows }) => rows).find((one) => one.key === key);

describe('a week', () => {
  it('is seven days that end with the last one', () => {
    expect(days).toEqual(['2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23']);
  });

  it('keeps urge and act apart', () => {
    const cards = [card({ urges: { use: { level: 4, acted: false }, self_harm: { level: null, acted: true }, suicide: none } })];

    expect(row(cards, 'use')?.cells.at(-1)).toEqual({ text: '4', shade: 4 });
    expect(row(cards, 'self_harm')?.cells.at(-1)).toEqual({ text: '–', acted: true });
  });

  it('says so when a day was not answered, and zero is an answer', () => {
    const cards = [card({ emotions: { sad: 0, anger: null, fear: null, shame: null, joy: null } })];

    expect(row(cards, 'sad')?.cells.at(-1)?.text).toBe('0');
    expect(row(cards, 'sad')?.cells[0]?.spoken).toBe('Not answered');
    expect(row(cards, 'anger')?.cells.at(-1)?.spoken).toBe('Not answered');
  });

  it('shows an ended target only while the week has answers to it', () => {
    const ended: Target = { id: 'x', label: 'Late calls', scale: 'yes_no', ended_at: '2026-11-22T10:00:00Z' };

    expect(row([card({})], 'x', [ended])).toBeUndefined();
    expect(row([card({ targets: { x: { ...none, value: true } } })], 'x', [ended])?.label).toBe('Late calls (ended)');
  });

  it('leaves words to the days that have some', () => {
    const cards = [card({ substances: ['Beer'], skills: ['stop'], note: 'Long day.' }), card({ on: '2026-11-22' })];

    expect(weekWords(days, cards, () => 'STOP')).toEqual([{ on: '2026-11-23', sentences: ['Used: Beer', 'Skills: STOP', 'Long day.'] }]);
  });
});
