import { expect, it } from 'vitest';

import { byGroup, goOnWith, joinPlaces, nextAfter, type LessonPlace } from './lesson-path';

const lesson = (slug: string, group = 'brain', whom = ['everyone']) => ({ slug, group, for: whom });
const PATH = [lesson('one'), lesson('two', 'safety'), lesson('partners', 'by_relationship', ['partner']), lesson('parents', 'by_relationship', ['parent'])];
const place = (at: string, finished = false, section = 2): LessonPlace => ({ section, finished, at });

it('of two places the newest counts, and what was finished once stays so', () => {
  const here = { one: place('2026-11-23T10:00:00Z', false, 1), two: place('2026-11-20T10:00:00Z') };
  const there = { one: place('2026-11-22T10:00:00Z', true, 4), two: place('2026-11-21T10:00:00Z', false, 3) };

  expect(joinPlaces(here, there)).toEqual({ one: place('2026-11-23T10:00:00Z', true, 1), two: place('2026-11-21T10:00:00Z', false, 3) });
});

it('goes on with the lesson that was begun last, before any new one', () => {
  expect(goOnWith(PATH, { two: place('2026-11-20T10:00:00Z'), partners: place('2026-11-21T10:00:00Z') }, [])?.slug).toBe('partners');
});

it('suggests the first unread lesson, and none that is for another place in the family', () => {
  const read = { one: place('2026-11-20T10:00:00Z', true), two: place('2026-11-20T10:00:00Z', true) };

  expect(goOnWith(PATH, {}, [])?.slug).toBe('one');
  expect(goOnWith(PATH, read, ['parent'])?.slug).toBe('parents');
  expect(goOnWith(PATH, read, [])).toBeUndefined();
});

it('after the last lesson come those before it that are not finished', () => {
  expect(nextAfter('one', PATH, {}, [])?.slug).toBe('two');
  expect(nextAfter('parents', PATH, { one: place('2026-11-20T10:00:00Z', true) }, [])?.slug).toBe('two');
});

it('groups keep the order of the path', () => {
  expect(byGroup(PATH).map(({ group, lessons }) => [group, lessons.length])).toEqual([
    ['brain', 1],
    ['safety', 1],
    ['by_relationship', 2],
  ]);
});
