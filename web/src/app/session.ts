/**
 * Who is signed in on this device, as one small state machine. It opens from what the device
 * keeps, so that it works with no line, and then lets the server confirm.
 */
import { api } from '../api/client';
import * as line from '../api/line';
import { meQuery, OWN_LESSONS } from '../api/queries';
import { isProblem } from '../api/problem';
import { owesSignOut, payOwedSignOut, signOut as endAtServer } from '../api/session';
import { PRACTISED_KEY } from '../api/skills';
import type { Me } from '../api/types';
import { takeOpening } from '../lib/opened-from';
import type { Device } from '../offline/device';
import { keep, recall } from '../offline/keeping';
import { clearDevice } from '../offline/lock';
import { Outbox } from '../offline/outbox';
import { countWork } from '../offline/queue';
import { hearTabs } from '../offline/tabs';
import { findVault, openVault, SomeoneElsesVault, type Vault } from '../offline/vault';
import { createQueryClient } from './query-client';

export type Session =
  | { state: 'starting' }
  | { state: 'signed-out'; ended: boolean }
  | { state: 'someone-else'; me: Me }
  | { state: 'second-factor' }
  | { state: 'signed-in'; device: Device };

const PERSON = 'person';

let session: Session = { state: 'starting' };
let stopOutbox: (() => void) | undefined;
const listeners = new Set<() => void>();

export const queries = createQueryClient(endSession);
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
  hearTabs((news) => {
    if (news === 'signed-out') forget();
  });
  await openFromDevice();
  await confirmSession();
}

async function openFromDevice(): Promise<void> {
  const vault = owesSignOut() ? undefined : await findVault();
  const me = vault && ((await recall(vault, PERSON)) as Me | undefined);
  if (vault && me) enter(vault, me);
}

/** Ask the server who this is, and follow its answer; with no answer, stay as we are. */
export async function confirmSession(): Promise<void> {
  try {
    if (owesSignOut()) await payOwedSignOut();
    await adopt(await queries.query({ ...meQuery, staleTime: 0 }));
  } catch (error) {
    if (isProblem(error) && error.status === 401) endSession();
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
    enter(vault, me);
  } catch (error) {
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
      void queries.invalidateQueries({ queryKey: PRACTISED_KEY });
      void queries.invalidateQueries({ queryKey: OWN_LESSONS });
    },
    onSignInNeeded: endSession,
  });
  become({ state: 'signed-in', device: { me, vault, outbox, leave } });
  stopOutbox = outbox.start();
  void tellOpening();
  // Ask the browser not to throw the unsent queue away when space is short.
  void (navigator.storage as StorageManager | undefined)?.persist().catch(() => undefined);
}

/** The app was opened from a message: the ledger of reminders says so from now on. */
async function tellOpening(): Promise<void> {
  const message = takeOpening();
  // Without a line it is not said; the reminder was of use all the same.
  if (message !== undefined) await api.POST('/api/v1/reminders/opened/', { body: { message } }).catch(() => undefined);
}

/** The server no longer knows this session. What is unsent stays, locked, until they return. */
function endSession(): void {
  if (session.state === 'signed-out') return;
  const wasHere = session.state === 'signed-in';
  queries.clear();
  become({ state: 'signed-out', ended: wasHere });
}

/** Sign out: the device is cleared even when the server cannot be told now. */
async function leave(): Promise<void> {
  stopOutbox?.();
  // Begun first: it notes at once that the server must be told, should this stop halfway.
  const ended = endAtServer();
  await clearDevice();
  forget();
  await ended;
}

function forget(): void {
  queries.clear();
  become({ state: 'signed-out', ended: false });
}
