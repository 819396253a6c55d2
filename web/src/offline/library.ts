/**
 * Brings the skills library onto the device, through the service worker's cache. Skills are the
 * same for everyone; nothing personal is fetched here.
 */
import type { QueryClient } from '@tanstack/react-query';

import { skillQuery, skillsQuery } from '../api/queries';

/** Read every skill once, so that each works later with no line. */
export async function bringLibrary(queries: QueryClient): Promise<void> {
  // What was fetched before the worker was in charge is not in its cache: ask again for that.
  await underServiceWorker();
  const skills = await queries.query({ ...skillsQuery, ...(await freshness('/api/v1/skills/')) });
  for (const { slug } of skills) {
    await queries.query({ ...skillQuery(slug), ...(await freshness(`/api/v1/skills/${slug}/`)) });
  }
}

async function freshness(path: string): Promise<{ staleTime?: number }> {
  const onDevice = 'caches' in window && (await caches.match(path, { ignoreVary: true })) !== undefined;
  return onDevice ? {} : { staleTime: 0 };
}

function underServiceWorker(): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers || workers.controller) return Promise.resolve();
  return new Promise((resolve) => workers.addEventListener('controllerchange', () => resolve(), { once: true }));
}
