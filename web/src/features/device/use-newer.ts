/**
 * Whether a newer version of the app waits on this device, and how to begin using it. It begins by
 * itself at a start that nobody has touched yet; later only when asked, and never over words that
 * were typed into the screen that is open.
 */
import { useEffect, useState } from 'preact/compat';

/** How long after its start a page counts as untouched. */
const FRESH_FOR = 4000;
const ASK_EVERY = 60 * 60_000;

let typedAt: string | undefined;
let touched = false;
// Not “change”: it also comes from a field that is taken away, when the path is another already.
window.addEventListener('input', () => (typedAt = window.location.pathname), true);
for (const name of ['pointerdown', 'keydown']) window.addEventListener(name, () => (touched = true), { capture: true, once: true });

/** Whether words may stand on this screen that are nowhere else yet. */
export const hasTyped = (path: string): boolean => typedAt === path;

export interface Newer {
  waits: boolean;
  use: () => void;
}

export function useNewer(): Newer {
  const [begin, setBegin] = useState<() => void>();
  useEffect(() => {
    const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
    if (!workers) return undefined;
    // A function in a state is called for its value, so it is wrapped.
    const offer = (use: () => void): void => setBegin(() => use);
    const stops = [hearTakeOver(workers, offer)];
    let gone = false;
    void workers.ready.then((registration) => {
      if (!gone) stops.push(watch(registration, offer));
    });
    return () => {
      gone = true;
      for (const stop of stops) stop();
    };
  }, []);
  return { waits: begin !== undefined, use: () => begin?.() };
}

const reload = (): void => window.location.reload();

/** Another tab began with the newer version: this one goes on with its own files until it is asked. */
function hearTakeOver(workers: ServiceWorkerContainer, offer: (use: () => void) => void): () => void {
  let before = workers.controller;
  const hear = (): void => {
    if (before) offer(reload);
    before = workers.controller;
  };
  workers.addEventListener('controllerchange', hear);
  return () => workers.removeEventListener('controllerchange', hear);
}

function watch(registration: ServiceWorkerRegistration, offer: (use: () => void) => void): () => void {
  const look = (): void => {
    const { waiting } = registration;
    // The very first one waits for nobody.
    if (!waiting || !registration.active) return;
    if (!touched && performance.now() < FRESH_FOR) begin(waiting);
    else offer(() => begin(waiting));
  };
  const found = (): void => registration.installing?.addEventListener('statechange', look);
  const ask = (): void => void registration.update().catch(() => undefined);
  const timer = setInterval(ask, ASK_EVERY);
  registration.addEventListener('updatefound', found);
  found();
  look();
  return () => {
    clearInterval(timer);
    registration.removeEventListener('updatefound', found);
  };
}

/** The new worker takes over, and this tab begins anew with it. Other tabs go on as they are. */
function begin(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
  worker.postMessage('use-now');
}
