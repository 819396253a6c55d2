/**
 * Lessons on the device. The lessons themselves lie in the service worker's cache, for they are the
 * same for everybody; how far somebody has read is theirs: sealed here, and sent through the queue.
 */
import { useEffect } from 'preact/compat';

import {
  lessonPath,
  ownLessonsQuery,
  type Lesson,
  type LessonCheckBody,
  type LessonProgressBody,
  type OwnLessons,
  type ReflectionsBody,
  type Relation,
} from '../api/lessons';
import { newSubmissionId } from '../lib/ids';
import { joinPlaces, type LessonPlaces } from '../lib/lesson-path';
import { useDevice, useOutbox } from './device';
import type { Outbox } from './outbox';
import type { Work, WorkKind } from './queue';
import { useKept } from './use-kept';
import { useKeptQuery } from './use-kept-query';

export interface OwnReading {
  loaded: boolean;
  places: LessonPlaces;
  relations: readonly Relation[];
  /** Note that this section is on the screen, or that the lesson is at its end. */
  move: (lesson: Pick<Lesson, 'slug' | 'version'>, section: number, finished: boolean) => void;
}

export function useOwnReading(): OwnReading {
  const { outbox } = useDevice();
  const own = useKeptQuery('own-lessons', ownLessonsQuery);
  const here = useKept<LessonPlaces>('lesson-places');
  useDropRefused(outbox);
  const places = joinPlaces(here.value ?? {}, placesOf(own.data));
  return {
    loaded: here.loaded && own.loaded,
    places,
    relations: own.data?.relationships ?? [],
    move: (lesson, section, finished) => {
      const at = new Date().toISOString();
      const place = { section, finished: finished || (places[lesson.slug]?.finished ?? false), at };
      here.write({ ...here.value, [lesson.slug]: place });
      void sendPlace(outbox, lesson, { version: lesson.version, section, finished, recorded_at: at });
    },
  };
}

function placesOf(own: OwnLessons | undefined): LessonPlaces {
  const steps = own?.results ?? [];
  return Object.fromEntries(
    steps.flatMap(({ lesson: { slug }, progress }) => (progress ? [[slug, { section: progress.section, finished: progress.finished_at !== null, at: progress.read_at }]] : [])),
  );
}

/** Only the newest place counts, so one that still waits need not go. */
async function sendPlace(outbox: Outbox, { slug }: Pick<Lesson, 'slug'>, body: LessonProgressBody): Promise<void> {
  const path = lessonPath(slug, 'progress');
  const older = outbox.snapshot().work.filter((work) => work.path === path && work.body['finished'] !== true);
  await outbox.add({ id: newSubmissionId(), kind: 'lesson', method: 'PUT', path, body: { ...body } });
  for (const { id } of older) await outbox.remove(id);
}

export async function sendCheck(outbox: Outbox, { slug, version }: Lesson, answers: LessonCheckBody['answers']): Promise<void> {
  const body: LessonCheckBody = { version, answers, recorded_at: new Date().toISOString() };
  await outbox.add({ id: newSubmissionId(), kind: 'lesson_check', method: 'PUT', path: lessonPath(slug, 'check'), body: { ...body } });
}

/** Private words: they lie sealed in the queue until the server has them, and nowhere else. */
export async function sendReflections(outbox: Outbox, { slug, version }: Lesson, answers: ReflectionsBody['answers']): Promise<void> {
  const body: ReflectionsBody = { version, answers, recorded_at: new Date().toISOString() };
  const path = lessonPath(slug, 'reflections');
  const refused = outbox.snapshot().work.filter((work) => work.path === path && work.state !== 'waiting');
  await outbox.add({ id: newSubmissionId(), kind: 'lesson_notes', method: 'PUT', path, body: { ...body } });
  for (const { id } of refused) await outbox.remove(id);
}

export interface UnsentWords {
  answers: ReflectionsBody['answers'];
  /** Why the server would not take them; empty while they only wait. */
  sentence: string;
}

/** What was written about a lesson and is not received yet. */
export function useUnsentWords(slug: string): UnsentWords | undefined {
  const waiting = useOutbox().work.filter(({ path }) => path === lessonPath(slug, 'reflections'));
  if (waiting.length === 0) return undefined;
  const answers = Object.assign({}, ...waiting.map(({ body }) => body['answers'])) as ReflectionsBody['answers'];
  return { answers, sentence: waiting.map(sentenceOf).filter(Boolean).at(-1) ?? '' };
}

const sentenceOf = ({ trouble }: Work): string => trouble?.fields[0] ?? trouble?.sentence ?? '';

const WORTH_NOTHING: readonly WorkKind[] = ['lesson', 'lesson_check'];

/** A place in a lesson that is gone, or was never in it, is of no use to anybody. */
function useDropRefused(outbox: Outbox): void {
  const { work } = useOutbox();
  useEffect(() => {
    for (const { id, kind, state } of work) {
      if (state !== 'waiting' && WORTH_NOTHING.includes(kind)) void outbox.remove(id);
    }
  }, [outbox, work]);
}
