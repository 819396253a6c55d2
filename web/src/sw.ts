/**
 * The service worker. It keeps the app's own files, the skills library and the family lessons on the device,
 * and shows the notes that the server sends.
 * No personal answer is ever kept: any other request under /api or /_allauth goes to the network.
 */
import { CacheableResponsePlugin } from 'workbox-cacheable-response';
import { clientsClaim } from 'workbox-core';
import { ExpirationPlugin } from 'workbox-expiration';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { StaleWhileRevalidate } from 'workbox-strategies';

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: { url: string; revision: string | null }[];
};

const SERVER_PATHS = [/^\/api\//, /^\/_allauth\//, /^\/admin\//, /^\/healthz/, /^\/readyz/, /^\/static\//];
/** What is read at these is about one person. */
const PERSONAL = /^\/api\/v1\/skills\/(mine|today)\/$/;
const ONE_MONTH = 30 * 24 * 60 * 60;

// The first visit is under this worker's care at once; a newer worker waits until every tab is
// closed, so that an open tab never loses the chunks it was built with.
clientsClaim();
cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: SERVER_PATHS }));

registerRoute(
  ({ url, request }) =>
    request.method === 'GET' &&
    url.origin === self.location.origin &&
    url.pathname.startsWith('/api/v1/skills/') &&
    !PERSONAL.test(url.pathname),
  new StaleWhileRevalidate({
    // The name is known to src/offline/lock.ts, which clears it at sign-out.
    cacheName: 'skills',
    matchOptions: { ignoreVary: true },
    plugins: [
      new CacheableResponsePlugin({ statuses: [200] }),
      { cacheWillUpdate: ({ response }) => withoutAssigned(response) },
      new ExpirationPlugin({ maxEntries: 200, maxAgeSeconds: ONE_MONTH }),
    ],
  }),
);

// Lessons are the same for everybody; how far somebody has read is asked for elsewhere.
registerRoute(
  ({ url, request }) => request.method === 'GET' && url.origin === self.location.origin && url.pathname.startsWith('/api/v1/public/lessons/'),
  new StaleWhileRevalidate({
    cacheName: 'lessons',
    matchOptions: { ignoreVary: true },
    plugins: [new CacheableResponsePlugin({ statuses: [200] }), new ExpirationPlugin({ maxEntries: 200, maxAgeSeconds: ONE_MONTH })],
  }),
);

/** That an exercise was assigned to somebody is personal: what everyone may read is kept, the rest not. */
async function withoutAssigned(response: Response): Promise<Response | null> {
  if (response.status !== 200) return null;
  const body = (await response.clone().json()) as { assigned_only?: boolean; results?: { assigned_only: boolean }[] };
  if (body.assigned_only) return null;
  if (!body.results) return response;
  const results = body.results.filter(({ assigned_only }) => !assigned_only);
  return new Response(JSON.stringify({ ...body, results }), { status: 200, headers: { 'Content-Type': 'application/json' } });
}

/** What the server sends: fixed neutral words, and a link of our own. */
interface Note {
  title: string;
  body: string;
  url: string;
}

self.addEventListener('push', (event) => {
  const note = noteIn(event.data);
  if (note) event.waitUntil(self.registration.showNotification(note.title, { body: note.body, icon: '/icon-192.png', badge: '/icon-192.png', data: note.url, tag: 'foothold' }));
});

function noteIn(data: PushMessageData | null): Note | undefined {
  try {
    return data?.json() as Note | undefined;
  } catch {
    return undefined;
  }
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openApp(String(event.notification.data)));
});

/** Bring the app forward at the place of the note; only ever our own pages. */
async function openApp(wanted: string): Promise<void> {
  const url = new URL(wanted, self.location.origin);
  const target = url.origin === self.location.origin ? url.href : self.location.origin;
  const [open] = await self.clients.matchAll({ type: 'window' });
  if (!open) {
    await self.clients.openWindow(target);
    return;
  }
  await open.focus();
  await open.navigate(target);
}
