/**
 * Clears the device. After it nothing personal is left: no key, no unsent work, no drafts, no
 * skills library; only the app's own files and a flag when the server must still be told.
 */
import { writeStored } from '../lib/stored';
import { emptyAll } from './database';
import { forgetMemory } from './keeping';
import { forgetTouch } from './phone';
import { switchPushOff } from './push-off';
import { tellTabs } from './tabs';

// Workbox names its cache of the app's own files like this; the wipe leaves those.
const SHELL = 'precache';
/** How often a PIN was wrong, and since when (src/offline/pin.ts). */
export const PIN_TRIES = 'foothold.pin-tries';

export async function clearDevice(): Promise<void> {
  // Nothing of this person shows on the device any more, not even that there is an update.
  await switchPushOff().catch(() => undefined);
  await emptyAll();
  forgetMemory();
  forgetTouch();
  writeStored(PIN_TRIES, undefined);
  if ('caches' in window) {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => !name.includes(SHELL)).map((name) => caches.delete(name)));
  }
  clearSession();
  tellTabs('signed-out');
}

function clearSession(): void {
  try {
    sessionStorage.clear();
  } catch {
    // A browser that refuses storage has nothing in it.
  }
}
