/**
 * At a start: does the browser still have the address that the server was told? A browser may change
 * or drop it while the app is closed. Nothing is asked of anybody: leave was given before, or is gone.
 */
import { readPushKey } from '../api/reminders';
import { letGo, recall } from './keeping';
import { subscribe, tellServer, TOLD } from './push';
import { pushSupported, subscription } from './push-off';
import type { Vault } from './vault';

export async function renewPush(vault: Vault): Promise<void> {
  const told = (await recall(vault, TOLD)) as string | undefined;
  if (told === undefined || !pushSupported()) return;
  if (Notification.permission !== 'granted') {
    await letGo(TOLD);
    return;
  }
  const found = (await subscription()) ?? (await subscribeAgain());
  if (found && found.endpoint !== told) await tellServer(vault, found, told);
}

async function subscribeAgain(): Promise<PushSubscription | undefined> {
  const key = await readPushKey();
  return key === '' ? undefined : subscribe(key);
}
