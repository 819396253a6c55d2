import { screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';

import { saveWork, type Work } from '../../offline/queue';
import { maya } from '../../testing/cast';
import { signedInAs, type SignedIn } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { clockOffWords } from './clock-words';
import { DeviceScreen } from './device-screen';
import { faultOf } from './pin-settings';

const user = userEvent.setup();
let server: FakeServer;
let person: SignedIn;

const work = (part: Partial<Work>): Work => ({ id: 'a', kind: 'check_in', path: '/api/v1/check-ins/', body: { submission_id: 'a', on: '2026-11-23', mood: 3, note: 'a hard day' }, created: Date.now(), attempts: 1, state: 'waiting', mayAmend: false, ...part });

beforeEach(async () => {
  server = fakeServer({ 'GET /api/v1/me/': { body: maya } });
  server.line = false;
  person = await signedInAs(maya);
  HTMLDialogElement.prototype.showModal = function show(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = () => undefined;
});

async function show(...pieces: Work[]): Promise<() => void> {
  for (const piece of pieces) await saveWork(person.device.vault, piece);
  const stop = person.device.outbox.start();
  person.show(<DeviceScreen />);
  await waitFor(() => expect(person.device.outbox.snapshot().lastEnd).toBeDefined());
  return stop;
}

it('says that all is sent when nothing waits', async () => {
  (await show())();

  expect(await screen.findByText('Everything you saved has been sent.')).toBeTruthy();
});

it('lists each piece with its state in plain words, and what the server said of one that it refused', async () => {
  const refused = work({ id: 'b', kind: 'practice', body: {}, created: Date.now() + 1, state: 'refused', trouble: { code: 'invalid', sentence: 'Look again.', fields: ['The note is too long.'] } });
  const stop = await show(work({}), refused);

  const [first, second] = (await screen.findAllByRole('listitem')) as [HTMLElement, HTMLElement];
  expect(within(first).getByText('Waits for a signal')).toBeTruthy();
  expect(within(first).getByRole('heading', { name: /^Check-in, / })).toBeTruthy();
  expect(within(second).getByText('Not accepted')).toBeTruthy();
  expect(within(second).getByText('The note is too long.')).toBeTruthy();
  expect(screen.getByText(/No signal right now\..*Next try by itself at/)).toBeTruthy();
  stop();
});

it('a piece is deleted only after asking', async () => {
  const stop = await show(work({}));

  await user.click(await screen.findByRole('button', { name: /^Delete it: Check-in/ }));
  await user.click(await screen.findByRole('button', { name: 'Keep it' }));
  expect(person.device.outbox.snapshot().work).toHaveLength(1);

  await user.click(screen.getByRole('button', { name: /^Delete it: Check-in/ }));
  await user.click(await screen.findByRole('button', { name: 'Delete it' }));
  await waitFor(() => expect(person.device.outbox.snapshot().work).toHaveLength(0));
  stop();
});

it('both versions stand side by side, and the one that the person chooses goes', async () => {
  const amend = '/api/v1/check-ins/first/amendments/';
  server.line = true;
  server.routes['GET /api/v1/check-ins/'] = { body: { results: [{ id: 'x', on: '2026-11-23', version: 1, mood: 6, note: '' }] } };
  server.routes[`POST ${amend}`] = { status: 201, body: { id: 'x', on: '2026-11-23', version: 2 } };
  const stop = await show(work({ state: 'conflict', trouble: { code: 'already_checked_in', sentence: '', fields: [], amendPath: amend } }));

  const row = await screen.findByRole('row', { name: 'Mood 3 6' });
  expect(row).toBeTruthy();
  expect(screen.getByRole('row', { name: 'Note a hard day Nothing' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Use the one on this phone' }));

  await waitFor(() => expect(server.asked).toContain(`POST ${amend}`));
  expect(await screen.findByText('Everything you saved has been sent.')).toBeTruthy();
  stop();
});

it('with no line the other version is not made up, and both stay', async () => {
  const stop = await show(work({ state: 'conflict', trouble: { code: 'already_checked_in', sentence: '', fields: [], amendPath: '/x/' } }));

  expect(await screen.findByText('We can show the other version when there is a signal.')).toBeTruthy();
  expect(person.device.outbox.snapshot().work).toHaveLength(1);
  stop();
});

it('asks the browser to keep things only when told to', async () => {
  const persist = vi.fn(() => Promise.resolve(true));
  Object.defineProperty(navigator, 'storage', { value: { persist, persisted: () => Promise.resolve(false) }, configurable: true });
  const stop = await show();
  expect(persist).not.toHaveBeenCalled();

  await user.click(await screen.findByRole('button', { name: 'Ask this browser to keep it longer' }));

  expect(await screen.findByText('The browser will not clear it by itself.')).toBeTruthy();
  stop();
});

it('a PIN is six digits, twice the same, and not the first that comes to mind', () => {
  expect(faultOf('12', '12')).toBe('Please type 6 digits.');
  expect(faultOf('111111', '111111')).toBe('That one is easy to guess. Please choose another.');
  expect(faultOf('654321', '654321')).toBe('That one is easy to guess. Please choose another.');
  expect(faultOf('294817', '294818')).toBe('The two are not the same.');
  expect(faultOf('294817', '294817')).toBeUndefined();
});

it('says of a wrong clock how far and which way', () => {
  expect(clockOffWords(45)).toContain('45 minutes ahead');
  expect(clockOffWords(-180)).toContain('3 hours behind');
  expect(clockOffWords(60 * 49)).toContain('2 days ahead');
});
