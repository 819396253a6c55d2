import { expect, it } from 'vitest';

import type { CategoryWords } from '../../api/sharing';
import { EMPTY, isWhoComplete, lastDayOf, stepsOf, termsOf, type Draft, type Relationship } from './draft';

const word = (category: CategoryWords['category'], more: Partial<CategoryWords> = {}): CategoryWords => ({
  category,
  name: category,
  words: '',
  family_words: '',
  sensitive: false,
  always: false,
  ...more,
});
const known = [word('program_link', { always: true }), word('mood_trend'), word('craving_band', { sensitive: true }), word('appointment_times', { sensitive: true })];
const relationships = { mother: 'Mother', other: 'Someone else' } as Record<Relationship, string>;
const about = { relationships, known, today: '2026-11-23' };
const rosa: Draft = { ...EMPTY, name: ' Rosa ', email: 'rosa@example.org', relationship: 'mother' };

it('asks a second time only for what is private', () => {
  expect(stepsOf({ ...rosa, categories: ['mood_trend'] }, known, false)).toEqual(['who', 'what', 'until', 'sign']);
  expect(stepsOf({ ...rosa, categories: ['craving_band'] }, known, false)).toEqual(['who', 'what', 'sure', 'until', 'sign']);
  expect(stepsOf(rosa, known, true)).toEqual(['what', 'until', 'sign']);
});

it('never signs for a private one that was not confirmed', () => {
  const draft: Draft = { ...rosa, categories: ['mood_trend', 'craving_band', 'appointment_times'], confirmed: ['appointment_times'] };

  expect(termsOf(draft, undefined, about).categories).toEqual(['program_link', 'mood_trend', 'appointment_times']);
});

it('signs that somebody is in the program even when nothing else is on, and says it once', () => {
  expect(termsOf(rosa, undefined, about)).toMatchObject({ name: 'Rosa', relationship: 'mother', categories: ['program_link'], expires_on: null });
  expect(termsOf({ ...rosa, categories: ['program_link'] }, undefined, about).categories).toEqual(['program_link']);
});

it('ends on a day of its own, or leaves it to the program', () => {
  expect(lastDayOf(rosa, '2026-11-23')).toBeNull();
  expect(lastDayOf({ ...rosa, span: 'days30' }, '2026-11-23')).toBe('2026-12-23');
  expect(lastDayOf({ ...rosa, span: 'day', lastDay: '2027-01-05' }, '2026-11-23')).toBe('2027-01-05');
});

it('knows who it is only with a name, an address and a relationship', () => {
  expect(isWhoComplete(rosa)).toBe(true);
  expect(isWhoComplete({ ...rosa, name: ' ' })).toBe(false);
  expect(isWhoComplete({ ...rosa, email: 'rosa' })).toBe(false);
  expect(isWhoComplete({ ...rosa, relationship: 'other' })).toBe(false);
});
