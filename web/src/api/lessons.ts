/**
 * The lessons, which anyone may read, and what a signed-in person did with them, which is theirs
 * alone. What is read under public/ may lie in the service worker's cache; nothing else may.
 */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import { OWN_LESSONS } from './queries';
import type { components } from './schema';

type Schemas = components['schemas'];

export type LessonSummary = Schemas['LessonSummaryOutput'];
export type Lesson = Schemas['LessonOutput'];
export type LessonBlock = Lesson['sections'][number]['blocks'][number];
export type LessonQuestion = Lesson['check'][number];
export type OwnLessons = Schemas['LessonPathOutput'];
export type Relation = OwnLessons['relationships'][number];
export type LessonProgressBody = Schemas['LessonProgressInputRequest'];
export type LessonCheckBody = Schemas['LessonCheckInputRequest'];
export type ReflectionsBody = Schemas['ReflectionsInputRequest'];
export type ReflectionKept = Schemas['ReflectionOutput'];
export type LessonLanguage = 'en' | 'es';

const CONTENT_STALE_AFTER = 60 * 60_000;

export const lessonsQuery = (language: LessonLanguage) =>
  queryOptions({
    queryKey: ['lessons', language],
    queryFn: async () => bodyOf(await api.GET('/api/v1/public/lessons/', { params: { query: { language } } })).results,
    staleTime: CONTENT_STALE_AFTER,
  });

export const lessonQuery = (slug: string, language: LessonLanguage) =>
  queryOptions({
    queryKey: ['lessons', language, slug],
    queryFn: async () => bodyOf(await api.GET('/api/v1/public/lessons/{slug}/', { params: { path: { slug }, query: { language } } })),
    staleTime: CONTENT_STALE_AFTER,
  });

export const ownLessonsQuery = queryOptions({
  queryKey: OWN_LESSONS,
  queryFn: async () => bodyOf(await api.GET('/api/v1/lessons/')),
});

/** Whether a lesson was revised since I read it; asked once for each time that it is opened. */
export const revisedQuery = (slug: string) =>
  queryOptions({
    queryKey: ['lesson-revised', slug],
    queryFn: async () => bodyOf(await api.GET('/api/v1/lessons/{slug}/', { params: { path: { slug } } })).changed,
    staleTime: Infinity,
    gcTime: 0,
  });

export const reflectionsQuery = (slug: string) =>
  queryOptions({
    queryKey: [...OWN_LESSONS, slug, 'reflections'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/lessons/{slug}/reflections/', { params: { path: { slug } } })).results,
    // Private words: gone from memory as soon as the lesson is closed.
    gcTime: 0,
  });

export async function chooseRelations(relationships: Relation[]): Promise<void> {
  await api.PUT('/api/v1/lessons/preferences/', { body: { relationships } });
}

export const lessonPath = (slug: string, part: 'progress' | 'check' | 'reflections'): string => `/api/v1/lessons/${slug}/${part}/`;
