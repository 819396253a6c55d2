/**
 * Brings what is read onto the device, through the service worker's cache: the skills library and the
 * lessons for families. An exercise that is only for whom it was assigned to is kept sealed.
 */
import type { QueryClient } from '@tanstack/react-query';

import { lessonQuery, lessonsQuery, type LessonLanguage } from '../api/lessons';
import { Problem } from '../api/problem';
import { skillQuery, skillsQuery } from '../api/queries';
import type { SkillSummary } from '../api/types';
import { deviceTimezone, localDay } from '../lib/dates';
import { language } from '../lib/strings';
import { keep, recall } from './keeping';
import { sealedName } from './library';
import type { Vault } from './vault';

const BROUGHT_ON = 'library-brought-on';
const LESSONS = '/api/v1/public/lessons/';
const SECONDS = 1000;
/** How long is waited after each try that failed; the last one again and again. */
const PAUSES = [5, 30, 120, 600].map((pause) => pause * SECONDS);

const listPath = (): string => `/api/v1/skills/?language=${language}`;
const pathOf = (slug: string): string => `/api/v1/skills/${slug}/?language=${language}`;

/** Read every skill once a day, so that each works later with no line. */
export async function bringLibrary(queries: QueryClient, vault: Vault): Promise<void> {
  await underServiceWorker();
  const today = localDay(new Date(), deviceTimezone());
  const isOfToday = (await recallOr(vault, BROUGHT_ON)) === today;
  const skills = await queries.query({ ...skillsQuery(), ...((await isOnDevice(listPath())) ? {} : NOW) });
  for (const skill of skills) await bringSkill(queries, vault, skill, isOfToday);
  // A question that a screen had asked before the worker was in charge went past its cache.
  if (!(await isOnDevice(listPath()))) await queries.query({ ...skillsQuery(), ...NOW });
  for (const skill of skills) await bringSkill(queries, vault, skill, true);
  await keep(vault, BROUGHT_ON, today);
}

async function bringSkill(queries: QueryClient, vault: Vault, { slug, assigned_only: isSealed }: SkillSummary, isFresh: boolean): Promise<void> {
  const isHere = isSealed ? (await recallOr(vault, sealedName(slug))) !== undefined : await isOnDevice(pathOf(slug));
  if (isHere && isFresh) return;
  const skill = await queries.query({ ...skillQuery(slug), ...(isHere ? {} : NOW) });
  if (skill.assigned_only) await keep(vault, sealedName(slug), skill);
}

/** Bring each lesson that is not here yet, so that it can be read later with no line. */
export async function bringLessons(queries: QueryClient, spoken: LessonLanguage): Promise<void> {
  await underServiceWorker();
  const lessons = await queries.query({ ...lessonsQuery(spoken), ...NOW });
  for (const { slug } of lessons) {
    if (!(await isOnDevice(`${LESSONS}${slug}/?language=${spoken}`))) await queries.query({ ...lessonQuery(slug, spoken), ...NOW });
  }
  // A question that the screen had asked before the worker was in charge went past its cache.
  if (!(await isOnDevice(`${LESSONS}?language=${spoken}`))) await queries.query({ ...lessonsQuery(spoken), ...NOW });
}

/** Ask the server, whatever is in memory. */
const NOW = { staleTime: 0 };

/** What an earlier person left behind cannot be opened, and counts as nothing. */
const recallOr = (vault: Vault, name: string): Promise<unknown> => recall(vault, name).catch(() => undefined);

const isOnDevice = async (path: string): Promise<boolean> => 'caches' in window && (await caches.match(path, { ignoreVary: true })) !== undefined;

/** Resolves when the worker is in charge, so that what is asked for then lies in its cache. */
function underServiceWorker(): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers || workers.controller) return Promise.resolve();
  return new Promise((resolve) => workers.addEventListener('controllerchange', () => resolve(), { once: true }));
}

/** Do it until it is done, for as long as somebody is there: again after a while, or as soon as there is a line. */
export async function untilBrought(bring: () => Promise<void>, there: AbortSignal): Promise<void> {
  for (let failures = 0; !there.aborted; failures += 1) {
    try {
      await bring();
      return;
    } catch (error) {
      if (!isForNow(error)) return;
    }
    await moment(PAUSES[Math.min(failures, PAUSES.length - 1)], there);
  }
}

/** A line that broke, or a server that is not well. What it refuses, it refuses again. */
const isForNow = (error: unknown): boolean => error instanceof Problem && (error.isOffline || error.status >= 500 || error.status === 429);

const moment = (length: number | undefined, there: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const over = new AbortController();
    const end = (): void => {
      over.abort();
      resolve();
    };
    const timer = setTimeout(end, length);
    over.signal.addEventListener('abort', () => clearTimeout(timer));
    there.addEventListener('abort', end, { signal: over.signal });
    window.addEventListener('online', end, { signal: over.signal });
  });
