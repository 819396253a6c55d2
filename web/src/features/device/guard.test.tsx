import { render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useSyncExternalStore } from 'preact/compat';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { isLocked, isTyping, lock, onCover, readCover, show, unlock } from '../../offline/cover';
import type { Device } from '../../offline/device';
import { forgetTouch, noteTouch, rereadPhone, writePhone } from '../../offline/phone';
import { choosePin } from '../../offline/pin';
import { openUnpinned } from '../../offline/vault';
import { maya, okafor } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { Guard } from './guard';

const user = userEvent.setup();
const REAUTH = 'POST /_allauth/browser/v1/auth/reauthenticate';
const MINUTE = 60_000;
let server: FakeServer;
let device: Device;
const onSignedIn = vi.fn(() => Promise.resolve());

function Watched({ who }: { who: Device | undefined }) {
  const cover = useSyncExternalStore(onCover, readCover);
  return <Guard cover={cover} device={who} help={() => <p>Call 988</p>} onSignedIn={onSignedIn} />;
}

beforeEach(async () => {
  rereadPhone();
  openUnpinned(undefined);
  document.cookie = 'csrftoken=x';
  server = fakeServer({ 'GET /api/v1/me/': { body: maya } });
  ({ device } = await signedInAs(maya));
});

afterEach(() => {
  vi.useRealTimers();
  show();
  unlock();
  forgetTouch();
});

it('Escape twice puts a harmless page there, and three presses of its name take it away', async () => {
  window.history.replaceState(null, '', '/check-in');
  render(<Watched who={device} />);

  await user.keyboard('{Escape}');
  expect(readCover()).toBe('none');
  await user.keyboard('{Escape}');

  const name = await screen.findByRole('button', { name: 'Notes' });
  expect(document.title).toBe('Notes');
  expect(window.location.pathname).toBe('/');
  await user.click(name);
  await user.click(name);
  expect(readCover()).toBe('hidden');
  await user.click(name);
  expect(readCover()).toBe('none');
  expect(window.location.pathname).toBe('/check-in');
});

it('Escape hides nothing where nobody is signed in', async () => {
  render(<Watched who={undefined} />);

  await user.keyboard('{Escape}{Escape}');

  expect(readCover()).toBe('none');
});

it('the lock opens by the password, which the server checks; help is open without it', async () => {
  let tries = 0;
  server.routes[REAUTH] = () => ({ status: (tries += 1) === 1 ? 400 : 200 });
  lock();
  render(<Watched who={device} />);

  await user.click(await screen.findByRole('button', { name: 'Help now' }));
  expect(screen.getByText('Call 988')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Back to the lock' }));
  await user.type(await screen.findByLabelText('Your password'), 'wrong');
  await user.click(screen.getByRole('button', { name: 'Unlock' }));
  expect(await screen.findByText('That password is not right.')).toBeTruthy();
  expect(isLocked()).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Unlock' }));

  await waitFor(() => expect(isLocked()).toBe(false));
  expect(onSignedIn).toHaveBeenCalled();
});

it('without a PIN and without a line it stays locked, and says why', async () => {
  server.line = false;
  lock();
  render(<Watched who={device} />);

  await user.type(await screen.findByLabelText('Your password'), 'right');
  await user.click(screen.getByRole('button', { name: 'Unlock' }));

  expect(await screen.findByText(/There is no signal/)).toBeTruthy();
  expect(isLocked()).toBe(true);
});

it('where the session ran out meanwhile, the password signs in anew', async () => {
  server.routes[REAUTH] = { status: 401, body: { meta: { is_authenticated: false } } };
  server.routes['POST /_allauth/browser/v1/auth/login'] = { status: 200 };
  lock();
  render(<Watched who={device} />);

  await user.type(await screen.findByLabelText('Your password'), 'right');
  await user.click(screen.getByRole('button', { name: 'Unlock' }));

  await waitFor(() => expect(isLocked()).toBe(false));
  expect(server.bodies.at(-1)).toEqual({ email: maya.email, password: 'right' });
});

it('a PIN opens it with no line', async () => {
  await choosePin(device.vault, '294817', 1000);
  server.line = false;
  lock();
  render(<Watched who={device} />);

  await user.type(await screen.findByLabelText('Your PIN'), '111222');
  expect(await screen.findByText('That PIN is not right.')).toBeTruthy();
  await user.type(screen.getByLabelText('Your PIN'), '294817');

  await waitFor(() => expect(isLocked()).toBe(false));
});

it('staff are locked after 15 minutes, and the touch that wakes the screen does not count', async () => {
  const staff: Device = { ...device, me: okafor };
  render(<Watched who={staff} />);
  expect(isLocked()).toBe(false);

  noteTouch(15, Date.now() - 15 * MINUTE);
  await user.keyboard('x');

  expect(isLocked()).toBe(true);
});

it('a shared phone says a word, and then signs out', async () => {
  writePhone({ shared: true });
  render(<Watched who={device} />);

  noteTouch(10, Date.now() - 9.5 * MINUTE);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(await screen.findByText(/In one minute you are signed out/)).toBeTruthy();
  noteTouch(10, Date.now() - 10 * MINUTE);
  document.dispatchEvent(new Event('visibilitychange'));

  expect(device.leaveAlone).toHaveBeenCalled();
  expect(isLocked()).toBe(false);
});

it('leaving the front covers the app where that was chosen', () => {
  render(<Watched who={device} />);
  const away = (): boolean => document.documentElement.classList.contains('away');

  window.dispatchEvent(new Event('pagehide'));
  expect(away()).toBe(false);
  writePhone({ coverAway: true });
  window.dispatchEvent(new Event('pagehide'));
  expect(away()).toBe(true);
  window.dispatchEvent(new Event('pageshow'));
  expect(away()).toBe(false);
});

it('who types on is told of, without a request of their own, and who does not is not', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  render(<Watched who={{ ...device, me: okafor }} />);
  const asked = (): number => server.asked.filter((name) => name === 'GET /api/v1/me/').length;
  const before = asked();

  for (let minute = 0; minute < 20; minute += 1) {
    await vi.advanceTimersByTimeAsync(MINUTE);
    window.dispatchEvent(new Event('input'));
  }
  const whileTyping = asked() - before;
  await vi.advanceTimersByTimeAsync(14 * MINUTE);

  expect(whileTyping).toBe(5);
  // One more for the last touch; after it nobody is there, and then the lock comes.
  expect(asked() - before).toBeLessThanOrEqual(6);
  expect(isLocked()).toBe(false);
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  expect(isLocked()).toBe(true);
});

it('locks, and throws nothing away, when the session is over under somebody who types', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  render(<Watched who={{ ...device, me: okafor }} />);
  server.routes['GET /api/v1/me/'] = { status: 401, body: { code: 'session_ended', detail: '' } };

  for (let minute = 0; minute < 6; minute += 1) {
    await vi.advanceTimersByTimeAsync(MINUTE);
    window.dispatchEvent(new Event('input'));
  }
  vi.useRealTimers();

  await waitFor(() => expect(isLocked()).toBe(true));
});

it('says whether words may stand on the screen', () => {
  window.history.replaceState(null, '', '/clients/1');
  render(<Watched who={device} />);
  expect(isTyping()).toBe(false);

  window.dispatchEvent(new Event('input'));

  expect(isTyping()).toBe(true);
  window.history.replaceState(null, '', '/inbox');
  expect(isTyping()).toBe(false);
});
