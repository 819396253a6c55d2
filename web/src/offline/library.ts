/**
 * Brings the skills library onto the device, through the service worker's cache. What everyone
 * may read lies there; an exercise that is only for whom it was assigned to is kept sealed.
 */
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'preact/compat';

import { skillQuery, skillsQuery } from '../api/queries';
import type { Skill, SkillSummary } from '../api/types';
import { deviceTimezone, localDay } from '../lib/dates';
import { language, onLanguage, readLanguage } from '../lib/strings';
import { useDevice } from './device';
import { keep, recall } from './keeping';
import { useKept } from './use-kept';
import type { Vault } from './vault';

const BROUGHT_ON = 'library-brought-on';
const sealedName = (slug: string): string => `assigned-skill:${slug}`;

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

/** Ask the server, whatever is in memory. */
const NOW = { staleTime: 0 };

/** What an earlier person left behind cannot be opened, and counts as nothing. */
const recallOr = (vault: Vault, name: string): Promise<unknown> => recall(vault, name).catch(() => undefined);

export const isOnDevice = async (path: string): Promise<boolean> => 'caches' in window && (await caches.match(path, { ignoreVary: true })) !== undefined;

/** Resolves when the worker is in charge, so that what is asked for then lies in its cache. */
export function underServiceWorker(): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers || workers.controller) return Promise.resolve();
  return new Promise((resolve) => workers.addEventListener('controllerchange', () => resolve(), { once: true }));
}

/** Quietly, once a visit; with no line there is nothing to bring. */
export function useLibraryOnDevice(): void {
  const queries = useQueryClient();
  const { vault } = useDevice();
  const spoken = useSyncExternalStore(onLanguage, readLanguage);
  useEffect(() => {
    void bringLibrary(queries, vault).catch(() => undefined);
  }, [queries, vault, spoken]);
}

export interface FoundSkill {
  skill: Skill | undefined;
  isPending: boolean;
  error: Error | null;
  refetch: () => void;
}

/** One exercise, from the server, its cache, or what is kept sealed. */
export function useSkill(slug: string): FoundSkill {
  const asked = useQuery(skillQuery(slug));
  const sealed = useKept<Skill>(sealedName(slug));
  const { data } = asked;
  const { write } = sealed;
  useEffect(() => {
    if (data?.assigned_only) write(data);
  }, [data, write]);
  const skill = data ?? (asked.isError ? sealed.value : undefined);
  return { skill, isPending: asked.isPending || !sealed.loaded, error: asked.error, refetch: () => void asked.refetch() };
}
