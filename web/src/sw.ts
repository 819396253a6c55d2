/**
 * The service worker. It keeps the app's own files, the skills library and the family lessons on the device,
 * and shows the notes that the server sends.
 * No personal answer is ever kept: any other request under /api or /_allauth goes to the network.
 */
import { CacheableResponsePlugin } from 'workbox-cacheable-response';
import { cacheNames, clientsClaim } from 'workbox-core';
import { ExpirationPlugin } from 'workbox-expiration';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { StaleWhileRevalidate } from 'workbox-strategies';

import { push as english } from './lib/strings/en/push';
import { push as spanish } from './lib/strings/es/push';

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: { url: string; revision: string | null }[];
};

const SERVER_PATHS = [/^\/api\//, /^\/_allauth\//, /^\/admin\//, /^\/healthz/, /^\/readyz/, /^\/static\//];
/** What is read at these is about one person. */
const PERSONAL = /^\/api\/v1\/skills\/(mine|today)\/$/;
const ONE_MONTH = 30 * 24 * 60 * 60;

const FILES = self.__WB_MANIFEST;
/** Files of the version before this one, for tabs that were opened with it. The name is spared by the wipe. */
const BEFORE = 'precache-before';

// The first visit is under this worker's care at once. A newer worker waits until every tab is
// closed, or until a person says “use it now”: then the files of the tabs that stay open are kept.
clientsClaim();
cleanupOutdatedCaches();
precacheAndRoute(FILES);
registerRoute(
  ({ url }) => url.origin === self.location.origin && url.pathname.startsWith('/assets/'),
  async ({ request }) => (await (await caches.open(BEFORE)).match(request, { ignoreVary: true })) ?? fetch(request),
);

self.addEventListener('message', (event) => {
  // Asked for by src/features/device/use-newer.ts.
  if (event.data === 'use-now') event.waitUntil(keepFilesOfBefore().then(() => self.skipWaiting()));
});

/** Copy what the older version has and this one has not; what came before that may go. */
async function keepFilesOfBefore(): Promise<void> {
  const mine = new Set(FILES.map((file) => new URL(typeof file === 'string' ? file : file.url, self.location.origin).pathname));
  await caches.delete(BEFORE);
  const before = await caches.open(BEFORE);
  const now = await caches.open(cacheNames.precache);
  for (const request of await now.keys()) {
    const { pathname } = new URL(request.url);
    const file = await now.match(request);
    if (file && pathname.startsWith('/assets/') && !mine.has(pathname)) await before.put(pathname, file);
  }
}

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

// Whatever comes is shown: a browser takes the leave away from an app that is pushed to and stays silent.
self.addEventListener('push', (event) => event.waitUntil(show(noteIn(event.data))));

async function show({ title, body, url }: Note): Promise<void> {
  // A bell, and not the app's own sign: a locked screen is read by others.
  await self.registration.showNotification(title, { body, icon: '/icon-note.png', badge: '/icon-badge.png', data: url, tag: 'note' });
  const trial = new URL(url, self.location.origin).searchParams.get('trial');
  if (trial !== null) await tellItCame(trial);
}

function noteIn(data: PushMessageData | null): Note {
  try {
    const { title, body, url } = data?.json() as Partial<Note>;
    if (title !== undefined && body !== undefined && url !== undefined) return { title, body, url: new URL(url, self.location.origin).href };
  } catch {
    // Words that cannot be read; a note is shown all the same.
  }
  // Which language the app speaks is not known here; which one the phone speaks is.
  return { ...(self.navigator.language.startsWith('es') ? spanish : english).note, url: self.location.origin };
}

/** A trial that was asked for in the settings has come: they wait for this. No session is needed for it. */
async function tellItCame(message: string): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  await fetch('/api/v1/contact-points/trial-came/', { method: 'POST', headers, credentials: 'omit', body: JSON.stringify({ message }) }).catch(() => undefined);
}

interface Renewal extends ExtendableEvent {
  oldSubscription: PushSubscription | null;
  newSubscription: PushSubscription | null;
}

// The browser changed the address that we write to. Where it cannot be told here, the app does at its
// next start (src/offline/push-renew.ts).
self.addEventListener('pushsubscriptionchange', (event) => (event as Renewal).waitUntil(renew(event as Renewal).catch(() => undefined)));

/** As in src/api/client.ts; a worker reads cookies in a way of its own, and not in every browser. */
async function csrfToken(): Promise<string | undefined> {
  const { cookieStore } = self as { cookieStore?: { getAll: () => Promise<{ name: string; value: string }[]> } };
  return (await cookieStore?.getAll())?.find(({ name }) => name.endsWith('csrftoken'))?.value;
}

async function renew({ oldSubscription: old, newSubscription }: Renewal): Promise<void> {
  if (!old) return;
  const fresh = newSubscription ?? (await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: old.options.applicationServerKey }));
  const token = await csrfToken();
  if (token === undefined) return;
  const { endpoint, keys } = fresh.toJSON();
  const headers = { 'Content-Type': 'application/json', 'X-CSRFToken': token };
  await fetch('/api/v1/contact-points/push/', { method: 'POST', headers, credentials: 'same-origin', body: JSON.stringify({ endpoint, keys, label: '', replaces: old.endpoint }) });
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
