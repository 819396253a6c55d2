/**
 * Notes from the app on this device (Web Push): whether the browser can show them, asking for leave,
 * and the address that the server sends to. Nothing is asked for before the person presses a button.
 */
import { addDevice, type ContactPoint } from '../api/reminders';
import { pushSupported, subscription } from './push-off';

export type PushState = 'unsupported' | 'denied' | 'off' | 'on';

export async function pushState(): Promise<PushState> {
  if (!pushSupported()) return 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  return (await subscription()) ? 'on' : 'off';
}

/** Ask for leave and tell the server where to send. Undefined when the person says no. */
export async function switchPushOn(pushKey: string, label: string): Promise<ContactPoint | undefined> {
  if ((await Notification.requestPermission()) !== 'granted') return undefined;
  const registration = await navigator.serviceWorker.ready;
  const found = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(pushKey) });
  return addDevice({ ...wireOf(found), label });
}

function wireOf(found: PushSubscription): { endpoint: string; keys: { p256dh: string; auth: string } } {
  const { endpoint = '', keys = {} } = found.toJSON();
  return { endpoint, keys: { p256dh: keys['p256dh'] ?? '', auth: keys['auth'] ?? '' } };
}

/** base64url, as the server gives its key, to bytes, as the browser wants it. */
export function bytesOf(key: string): Uint8Array<ArrayBuffer> {
  const text = atob(key.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
