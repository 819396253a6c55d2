/**
 * The name and the sign that the app shows on this device: its own, or plain ones that tell nobody
 * anything. The words inside stay what they are; the name counts for the tab, the home screen and
 * the list of open apps. An app that was installed keeps the name it was installed with.
 */
import { readStored, writeStored } from './stored';
import { t } from './strings';

export type Look = 'own' | 'plain';

const CHOSEN = 'foothold.look';
/** Where the plain app starts: on an iPhone it knows nothing of what was chosen in the browser. */
const PLAIN_START = 'plain';

const listeners = new Set<() => void>();

export const readLook = (): Look => (readStored(CHOSEN) === 'plain' ? 'plain' : 'own');

export function onLook(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function chooseLook(look: Look): void {
  writeStored(CHOSEN, look === 'plain' ? 'plain' : undefined);
  wearLook();
  for (const listener of listeners) listener();
}

/** The app's name on this device. */
export const appName = (): string => (readLook() === 'plain' ? t.common.plainName : t.common.appName);

/** Before the first drawing. */
export function startLook(): void {
  const { searchParams, pathname, hash } = new URL(window.location.href);
  if (searchParams.has(PLAIN_START)) {
    writeStored(CHOSEN, 'plain');
    window.history.replaceState(null, '', pathname + hash);
  }
  if (readLook() === 'plain') wearLook();
}

export function wearLook(): void {
  const suffix = readLook() === 'plain' ? '-plain' : '';
  document.title = appName();
  point('manifest', `/manifest${suffix}.webmanifest`);
  point('icon', `/icon${suffix}.svg`);
  point('apple-touch-icon', `/icon${suffix}-192.png`);
}

function point(rel: string, href: string): void {
  document.querySelector(`link[rel="${rel}"]`)?.setAttribute('href', href);
}
