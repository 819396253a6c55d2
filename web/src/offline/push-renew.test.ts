import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { fakeServer, type FakeServer } from '../testing/server';
import { keep, recall } from './keeping';
import { mayAsk, noteAsked } from './push';
import { renewPush } from './push-renew';
import { openVault, type Vault } from './vault';

const ADD = 'POST /api/v1/contact-points/push/';
const subscribed = (endpoint: string) => ({ endpoint, toJSON: () => ({ endpoint, keys: { p256dh: 'p', auth: 'a' } }) });
let server: FakeServer;
let vault: Vault;

function browserHas(found: object | null, permission = 'granted'): void {
  const pushManager = { getSubscription: () => Promise.resolve(found), subscribe: () => Promise.resolve(subscribed('https://push.example/again')) };
  const registration = { pushManager };
  vi.stubGlobal('PushManager', vi.fn());
  vi.stubGlobal('Notification', { permission });
  Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: { ready: Promise.resolve(registration), getRegistration: () => Promise.resolve(registration) } });
}

beforeEach(async () => {
  server = fakeServer({
    'GET /api/v1/contact-points/push/': { body: { push_key: 'AQID' } },
    [ADD]: { status: 201, body: {} },
  });
  vault = await openVault('6f1f7a7e-0000-4000-8000-000000000001');
});
afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

it('says nothing for whoever never switched notes on', async () => {
  browserHas(subscribed('https://push.example/one'));

  await renewPush(vault);

  expect(server.asked).toEqual([]);
});

it('tells the server of an address that the browser changed, and which one it replaces', async () => {
  browserHas(subscribed('https://push.example/new'));
  await keep(vault, 'push', 'https://push.example/old');

  await renewPush(vault);
  await renewPush(vault);

  expect(server.bodies.filter((_, at) => server.asked[at] === ADD)).toMatchObject([{ endpoint: 'https://push.example/new', replaces: 'https://push.example/old' }]);
});

it('subscribes again when the browser dropped its address', async () => {
  browserHas(null);
  await keep(vault, 'push', 'https://push.example/old');

  await renewPush(vault);

  expect(server.asked).toEqual(['GET /api/v1/contact-points/push/', ADD]);
});

it('asks nobody anything when leave was taken back, and forgets the address', async () => {
  browserHas(null, 'denied');
  await keep(vault, 'push', 'https://push.example/old');

  await renewPush(vault);

  expect(server.asked).toEqual([]);
  expect(await recall(vault, 'push')).toBeUndefined();
});

it('asks unasked once, again when a reminder is switched on, and never after a no', () => {
  expect(mayAsk(true)).toBe(true);
  noteAsked('asked');
  expect([mayAsk(true), mayAsk(false)]).toEqual([false, true]);
  noteAsked('no');
  noteAsked('asked');
  expect([mayAsk(true), mayAsk(false)]).toEqual([false, false]);
});
