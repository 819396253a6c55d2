import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { maya } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { SignForm } from './sign-form';

const FACTORS = 'GET /_allauth/browser/v1/account/authenticators';
const DOOR = '/_allauth/browser/v1/auth/webauthn/reauthenticate';
const user = userEvent.setup();
const bytes = (): ArrayBuffer => new ArrayBuffer(4);

class Shown {
  id = 'key';
  type = 'public-key';
  rawId = bytes();
  response = { clientDataJSON: bytes(), authenticatorData: bytes(), signature: bytes() };
  getClientExtensionResults = () => ({});
}

let server: FakeServer;

beforeEach(() => {
  server = fakeServer({
    [FACTORS]: { body: { status: 200, data: [{ type: 'webauthn', id: 1, name: 'My phone', created_at: 0 }] } },
    [`GET ${DOOR}`]: { body: { status: 200, data: { request_options: { publicKey: { challenge: 'AAAA' } } } } },
    [`POST ${DOOR}`]: { body: { status: 200, data: {} } },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'credentials');
});

const withDevice = (answer: () => Promise<unknown>): void => {
  vi.stubGlobal('PublicKeyCredential', Shown);
  Object.defineProperty(navigator, 'credentials', { configurable: true, value: { get: answer } });
};

async function shown(): Promise<ReturnType<typeof vi.fn>> {
  const onSign = vi.fn();
  (await signedInAs(maya)).show(<SignForm error={null} busy={false} button="Sign" onSign={onSign} />);
  return onSign;
}

const press = async (): Promise<void> => user.click(await screen.findByRole('button', { name: 'Sign with a passkey' }));

it('signs with a passkey, and sends no password', async () => {
  withDevice(() => Promise.resolve(new Shown()));
  const onSign = await shown();

  await user.click(await screen.findByRole('checkbox', { name: 'I am 18 or older' }));
  await press();

  await waitFor(() => expect(onSign).toHaveBeenCalledWith({}));
  expect(server.asked).toContain(`POST ${DOOR}`);
});

it('shows no passkey before somebody said that they are of age', async () => {
  withDevice(() => Promise.resolve(new Shown()));
  const onSign = await shown();

  await press();

  expect(screen.getByText('Only adults can sign here.')).toBeTruthy();
  expect(onSign).not.toHaveBeenCalled();
  expect(server.asked).toEqual([FACTORS]);
});

it('signs nothing when the person stops, and says why a passkey was refused', async () => {
  withDevice(() => Promise.reject(new Error('no')));
  const onSign = await shown();
  await user.click(await screen.findByRole('checkbox', { name: 'I am 18 or older' }));
  await press();
  expect(screen.queryByRole('alert')).toBeNull();

  withDevice(() => Promise.resolve(new Shown()));
  server.routes[`POST ${DOOR}`] = { status: 400, body: { errors: [{ message: 'This passkey is not known.' }] } };
  await press();

  expect(await screen.findByText('This passkey is not known.')).toBeTruthy();
  expect(onSign).not.toHaveBeenCalled();
});

it('offers none where the person has none', async () => {
  withDevice(() => Promise.resolve(new Shown()));
  server.routes[FACTORS] = { body: { status: 200, data: [] } };
  await shown();

  await screen.findByLabelText('Your password');
  await waitFor(() => expect(server.asked).toEqual([FACTORS]));
  expect(screen.queryByRole('button', { name: 'Sign with a passkey' })).toBeNull();
});
