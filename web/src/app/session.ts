/**
 * Who is signed in on this device, as one small state machine. It opens from what the device
 * keeps, so that it works with no line, and then lets the server confirm.
 */
import { api, sendAlong } from '../api/client';
import * as line from '../api/line';
import { meQuery, OWN_LESSONS, PRACTISED } from '../api/queries';
import { isProblem } from '../api/problem';
import { owesSignOut, payOwedSignOut, signOut as endAtServer } from '../api/session';
import type { Me } from '../api/types';
import { atRest } from '../lib/at-rest';
import { takeOpening } from '../lib/opened-from';
import type { Device } from '../offline/device';
import { isLocked, isTyping, lock, unlock, whenUnlocked } from '../offline/cover';
import { forgetMemory, keep, recall } from '../offline/keeping';
import { dropUntoldLanguage, followLanguage } from '../offline/language';
import { clearDevice } from '../offline/lock';
import { Outbox } from '../offline/outbox';
import { countWork } from '../offline/queue';
import { forgetTouch, idleFor, readPhone, rereadPhone, wasLeft } from '../offline/phone';
import { hearTabs, tellTabs, type News } from '../offline/tabs';
import { findVault, openVault, PinNeeded, pinnedVault, SomeoneElsesVault, waitsForPin, type Vault } from '../offline/vault';
import { createQueryClient } from './query-client';

export type Session =
  | { state: 'starting' }
  /** `left`: by choice, so whoever comes next begins at home and not where this person was. */
  | { state: 'signed-out'; ended: boolean; idle?: boolean; left?: boolean }
  | { state: 'someone-else'; me: Me }
  | { state: 'second-factor' }
  | { state: 'signed-in'; device: Device };

const PERSON = 'person';

let session: Session = { state: 'starting' };
let stopOutbox: (() => void) | undefined;
const listeners = new Set<() => void>();

export const queries = createQueryClient(endSession);
export const isAsking = (): boolean => queries.isFetching() > 0;

// A request that a clock sends must keep nobody signed in: the server hears how long nobody was here.
sendAlong(() => ({
  'X-Idle-Seconds': `${Math.min(86_400, Math.floor(idleFor() / 1000))}`,
  ...(readPhone().shared && { 'X-Shared-Phone': '1' }),
}));
export const readSession = (): Session => session;

export function onSession(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function become(next: Session): void {
  if (next.state !== 'signed-in') {
    stopOutbox?.();
    stopOutbox = undefined;
  }
  session = next;
  for (const listener of listeners) listener();
}

/** Open from the device, then ask the server. */
export async function startSession(): Promise<void> {
  hearTabs(follow);
  if (wasLeft() && readPhone().shared) await leaveAlone();
  else if (wasLeft() || (await waitsForPin())) lock();
  const asked = isLocked();
  await whenUnlocked();
  // A password says only that somebody may sign in; a PIN, or no lock, that it is who was here.
  if (!asked || (await pinnedVault())) await openFromDevice();
  await (cameAlone() ? foundNobody() : confirmSession());
}

async function foundNobody(): Promise<void> {
  if (owesSignOut()) await payOwedSignOut().catch(() => undefined);
  endSession();
}

/** The server's page said that no session came with the request for it. It is true at the start only. */
function cameAlone(): boolean {
  const said = document.head.querySelector('meta[name="visitor"][content="nobody"]');
  said?.remove();
  return said !== null;
}

/** What happened in another tab. */
function follow(news: News): void {
  if (news === 'signed-out') forget();
  if (news === 'phone-changed') rereadPhone();
  // The key in this page opens nothing any more.
  if (news === 'key-changed') window.location.reload();
}

/** A row that does not open counts as none: the server can still say who this is. */
async function openFromDevice(): Promise<void> {
  const vault = owesSignOut() ? undefined : await findVault();
  const me = vault && ((await recall(vault, PERSON).catch(() => undefined)) as Me | undefined);
  if (vault && me) enter(vault, me);
}

/** Ask the server who this is, and follow its answer; with no answer, stay as we are. */
export async function confirmSession(): Promise<void> {
  try {
    if (owesSignOut()) await payOwedSignOut();
    await adopt(await queries.query({ ...meQuery, staleTime: 0 }));
  } catch (error) {
    if (isProblem(error) && error.status === 401) endSession(error.refusal.code);
    else if (session.state === 'starting') become({ state: 'signed-out', ended: false });
  }
}

async function adopt(me: Me): Promise<void> {
  if (me.second_factor === 'needed') {
    become({ state: 'second-factor' });
    return;
  }
  try {
    const vault = await openVault(me.id);
    await keep(vault, PERSON, me);
    await followLanguage(me.language);
    enter(vault, me);
  } catch (error) {
    if (error instanceof PinNeeded) {
      lock();
      await whenUnlocked();
      return adopt(me);
    }
    if (!(error instanceof SomeoneElsesVault)) throw error;
    if ((await countWork()) > 0) become({ state: 'someone-else', me });
    else await takeOver(me);
  }
}

/** Delete what another person left on this device and let this one in. */
export async function takeOver(me: Me): Promise<void> {
  await clearDevice();
  await adopt(me);
}

function enter(vault: Vault, me: Me): void {
  if (session.state === 'signed-in' && session.device.me.id === me.id) {
    become({ state: 'signed-in', device: { ...session.device, me } });
    return;
  }
  const outbox = new Outbox(vault, line, {
    onReceived: () => {
      void queries.invalidateQueries({ queryKey: ['check-ins'] });
      void queries.invalidateQueries({ queryKey: ['diary-cards'] });
      void queries.invalidateQueries({ queryKey: ['questionnaires', 'due'] });
      void queries.invalidateQueries({ queryKey: PRACTISED });
      void queries.invalidateQueries({ queryKey: OWN_LESSONS });
    },
    onSignInNeeded: endSession,
  });
  become({ state: 'signed-in', device: { me, vault, outbox, leave, leaveAlone } });
  stopOutbox = outbox.start();
  void tellOpening();
  // Whoever never switched notes on needs none of this.
  atRest(() => void import('../offline/push-renew').then(({ renewPush }) => renewPush(vault)).catch(() => undefined), isAsking);
}

/** The app was opened from a message: the ledger of reminders says so from now on. */
async function tellOpening(): Promise<void> {
  const message = takeOpening();
  // Without a line it is not said; the reminder was of use all the same.
  if (message !== undefined) await api.POST('/api/v1/reminders/opened/', { body: { message } }).catch(() => undefined);
}

/** The server no longer knows this session. What is unsent stays, sealed, until they return. */
function endSession(code?: string): void {
  // The lock asks who is there anyway, and half-written words under it must not go.
  if (session.state === 'signed-out' || isLocked()) return;
  const wasHere = session.state === 'signed-in';
  // It rested too long, or was long enough: under the lock, half-written words wait for who wrote them.
  if (wasHere && code === 'session_ended' && isTyping()) {
    lock();
    return;
  }
  queries.clear();
  become({ state: 'signed-out', ended: wasHere, idle: code === 'session_ended' });
}

/** A shared phone lies about: send what can be sent, then sign out. What cannot stays sealed. */
async function leaveAlone(): Promise<void> {
  if (session.state === 'signed-in') await session.device.outbox.sendNow().catch(() => undefined);
  if ((await countWork()) === 0) {
    await leave();
  } else {
    stopOutbox?.();
    const ended = endAtServer();
    forgetMemory();
    forgetTouch();
    tellTabs('signed-out');
    forget();
    await ended;
  }
  become({ state: 'signed-out', ended: true, idle: true, left: true });
}

/** Sign out: the device is cleared even when the server cannot be told now. */
async function leave(): Promise<void> {
  stopOutbox?.();
  // Begun first: it notes at once that the server must be told, should this stop halfway.
  const ended = endAtServer();
  dropUntoldLanguage();
  await clearDevice();
  forget();
  await ended;
}

function forget(): void {
  queries.clear();
  if (isLocked()) unlock();
  become({ state: 'signed-out', ended: false, left: true });
}
