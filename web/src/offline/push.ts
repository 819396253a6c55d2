/**
 * Notes from the app on this device (Web Push): whether the browser can show them, asking for leave,
 * and the address that the server sends to. Nothing is asked for before the person presses a button.
 */
import { addDevice, type ContactPoint } from '../api/reminders';
import { isAppleTab } from '../lib/install';
import { readStored, writeStored } from '../lib/stored';
import { keep } from './keeping';
import { readPhone } from './phone';
import { pushSupported, subscription } from './push-off';
import type { Vault } from './vault';

/** install: an iPhone or iPad shows notes only from its home screen. */
export type PushState = 'unsupported' | 'install' | 'denied' | 'off' | 'on';

/** Under this name the device keeps, sealed, which address it gave to the server. */
export const TOLD = 'push';
/** asked: the question was shown once. no: the person, or their browser for them, refused. */
const ANSWER = 'foothold.notes';

export async function pushState(): Promise<PushState> {
  // On a phone that others use nothing shows.
  if (readPhone().shared) return 'unsupported';
  if (!pushSupported()) return isAppleTab() ? 'install' : 'unsupported';
  if (Notification.permission === 'denied') return 'denied';
  return (await subscription()) ? 'on' : 'off';
}

/** Whether the question may come by itself: after a no never, unasked for only once. */
export const mayAsk = (unasked: boolean): boolean => {
  const answer = readStored(ANSWER);
  return !readPhone().shared && (answer === null || (!unasked && answer !== 'no'));
};

export const noteAsked = (answer: 'asked' | 'no'): void => {
  if (readStored(ANSWER) !== 'no') writeStored(ANSWER, answer);
};

/** Ask for leave and tell the server where to send. Undefined when the person says no. */
export async function switchPushOn(vault: Vault, pushKey: string): Promise<ContactPoint | undefined> {
  if ((await Notification.requestPermission()) !== 'granted') {
    noteAsked('no');
    return undefined;
  }
  writeStored(ANSWER, undefined);
  return tellServer(vault, await subscribe(pushKey));
}

export async function subscribe(pushKey: string): Promise<PushSubscription> {
  const registration = await navigator.serviceWorker.ready;
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(pushKey) });
}

/** `replaces`: the address that the server knows of this browser so far. */
export async function tellServer(vault: Vault, found: PushSubscription, replaces = ''): Promise<ContactPoint> {
  const point = await addDevice({ ...wireOf(found), label: deviceLabel(), replaces });
  await keep(vault, TOLD, found.endpoint);
  return point;
}

/** A name by which a person knows the device again; no more than its make. */
function deviceLabel(): string {
  const found = /iPhone|iPad|Android|Macintosh|Windows|Linux/.exec(navigator.userAgent)?.[0] ?? '';
  return { Macintosh: 'Mac' }[found] ?? found;
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
