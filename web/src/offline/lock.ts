/**
 * Clears the device. After it nothing personal is left: no key, no unsent work, no drafts, no
 * skills library; only the app's own files and a flag when the server must still be told.
 */
import { emptyAll } from './database';
import { switchPushOff } from './push-off';
import { tellTabs } from './tabs';

// Workbox names its cache of the app's own files like this; the wipe leaves those.
const SHELL = 'precache';

export async function clearDevice(): Promise<void> {
  // Nothing of this person shows on the device any more, not even that there is an update.
  await switchPushOff().catch(() => undefined);
  await emptyAll();
  if ('caches' in window) {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => !name.includes(SHELL)).map((name) => caches.delete(name)));
  }
  sessionStorage.clear();
  tellTabs('signed-out');
}
