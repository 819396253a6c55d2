import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';

import { loadWords } from '../../lib/strings';
import { mayAsk } from '../../offline/push';
import { maya } from '../../testing/cast';
import { signedInAs, type SignedIn } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { SettingsScreen } from './settings-screen';

const PUT = 'PUT /api/v1/reminders/preferences/';
const user = userEvent.setup();
let server: FakeServer;
let person: SignedIn;

const wishes = {
  channels: ['push', 'email', 'sms'], tone: 'discreet', language: '', timezone: 'America/New_York', quiet_from_minute: 1260, quiet_until_minute: 480, paused_until: null,
  kinds: [
    { kind: 'session', on: true, times: [], leads: [1440, 60], takes_times: true, takes_leads: true },
    { kind: 'check_in', on: true, times: [1110], leads: [], takes_times: true, takes_leads: false },
    { kind: 'refill', on: true, times: [600], leads: [4320], takes_times: true, takes_leads: true },
  ],
  channels_on: ['email', 'sms'], push_key: '',
};
type Sent = typeof wishes;

const sent = (): Sent[] => server.bodies.filter((_, at) => server.asked[at] === PUT) as Sent[];

beforeEach(async () => {
  HTMLDialogElement.prototype.showModal = function show(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false;
  };
  server = fakeServer({
    'GET /api/v1/reminders/preferences/': { body: wishes },
    'GET /api/v1/contact-points/': { body: { results: [], next: null } },
    [PUT]: (body) => ({ body: { ...wishes, ...(body as object) } }),
  });
  person = await signedInAs(maya);
  person.show(<SettingsScreen />);
  await screen.findByRole('switch', { name: 'Check-in' });
});

it('says in words when each kind comes', () => {
  const said = document.body.textContent.replace(/\s/g, ' ');

  expect(said).toContain('1 day and 1 hour before');
  expect(said).toContain('At 6:30 PM');
  expect(said).toContain('3 days before, at 10:00 AM');
});

it('keeps each change at once, as the whole of my wishes', async () => {
  await user.click(screen.getByRole('switch', { name: 'Check-in' }));

  await waitFor(() => expect(screen.getByText('Saved')).toBeTruthy());
  expect(sent()[0]?.kinds.map(({ kind, on }) => [kind, on])).toEqual([['session', true], ['check_in', false], ['refill', true]]);
  expect(sent()[0]).not.toHaveProperty('paused_until');
});

it('orders only the ways that this program has, and forgets none of the others', async () => {
  expect(screen.queryByRole('switch', { name: /This app/ })).toBeNull();

  await user.click(screen.getByRole('button', { name: 'Move up: Text message' }));

  await waitFor(() => expect(sent()[0]?.channels).toEqual(['sms', 'email', 'push']));
});

it('says when a change was not kept, and goes back to what holds', async () => {
  server.routes[PUT] = { status: 400, body: { code: 'invalid', detail: 'Choose at most six times.' } };
  await user.click(screen.getByRole('switch', { name: 'Check-in' }));

  expect(await screen.findByText('Choose at most six times.')).toBeTruthy();
  await waitFor(() => expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Check-in' }).checked).toBe(true));
});

it('asks for a yes before it texts a code', async () => {
  server.routes['POST /api/v1/contact-points/phone/'] = { status: 201, body: { id: 'p1', channel: 'sms', label: '', shown: '…0142', active: false, usable: false, verified_at: null, retired_at: null, failure: '' } };
  await user.type(await screen.findByLabelText('Phone number'), '617 555 0142');
  await user.click(screen.getByRole('button', { name: 'Text me a code' }));
  expect(screen.getByText('Please tick that we may text you.')).toBeTruthy();

  await user.click(screen.getByRole('checkbox', { name: /Yes, text me/ }));
  await user.click(screen.getByRole('button', { name: 'Text me a code' }));

  await waitFor(() => expect(server.bodies).toContainEqual({ number: '617 555 0142' }));
});

it('asks once more who is there before it texts a code, and then texts it', async () => {
  let proven = false;
  const texted = (): number => server.asked.filter((name) => name.endsWith('/contact-points/phone/')).length;
  server.routes['POST /api/v1/contact-points/phone/'] = () => (proven ? { status: 201, body: {} } : { status: 403, body: { code: 'show_again', detail: 'Please show once more that it is you.' } });
  server.routes['POST /_allauth/browser/v1/auth/reauthenticate'] = (body) => {
    proven = (body as { password: string }).password === 'mine';
    return proven ? { body: { status: 200 } } : { status: 400, body: { errors: [{ message: 'No.', param: 'password' }] } };
  };
  await user.type(await screen.findByLabelText('Phone number'), '617 555 0142');
  await user.click(screen.getByRole('checkbox', { name: /Yes, text me/ }));
  await user.click(screen.getByRole('button', { name: 'Text me a code' }));

  await user.type(await screen.findByLabelText('Password'), 'wrong');
  await user.click(screen.getByRole('button', { name: 'Go on' }));
  expect(await screen.findByText('That is not right. Please try again.')).toBeTruthy();
  await user.clear(screen.getByLabelText('Password'));
  await user.type(screen.getByLabelText('Password'), 'mine');
  await user.click(screen.getByRole('button', { name: 'Go on' }));

  await waitFor(() => expect(texted()).toBe(2));
  await waitFor(() => expect(screen.queryByLabelText('Password')).toBeNull());
});

it('asks for leave to show notes when a reminder is switched on, where the switch is, and never after a no', async () => {
  server.routes['GET /api/v1/contact-points/push/'] = { body: { push_key: 'AQID' } };
  vi.stubGlobal('PushManager', vi.fn());
  const requestPermission = vi.fn();
  vi.stubGlobal('Notification', { permission: 'default', requestPermission });
  const registration = { pushManager: { getSubscription: () => Promise.resolve(null) } };
  Object.defineProperty(navigator, 'serviceWorker', { configurable: true, value: { ready: Promise.resolve(registration), getRegistration: () => Promise.resolve(registration) } });
  await loadWords(['push']);
  const flip = (): Promise<void> => user.click(screen.getByRole('switch', { name: 'Check-in' }));

  await flip();
  expect(screen.queryByText('Shall we let you know?')).toBeNull();
  await flip();
  expect(await screen.findByRole('heading', { name: 'Shall we let you know?' })).toBeTruthy();
  expect(requestPermission).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'No, thank you' }));

  expect(screen.getByText(/We will not ask again/)).toBeTruthy();
  expect(mayAsk(false)).toBe(false);
  localStorage.clear();
});
