import { screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { deviceTimezone, localDay } from '../../lib/dates';
import { maya } from '../../testing/cast';
import { signedInAs, type SignedIn } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { DiaryScreen } from './diary-screen';

let server: FakeServer;
let person: SignedIn;
let stop: () => void;
const user = userEvent.setup();

beforeEach(async () => {
  window.scrollTo = () => undefined;
  server = fakeServer({
    'GET /api/v1/me/': { body: maya },
    'GET /api/v1/diary-cards/': { body: { results: [], next: null } },
    [`PUT /api/v1/diary-cards/${localDay(new Date(), deviceTimezone())}/`]: (body) => ({ status: 201, body: { ...(body as object), id: 'card', version: 1 } }),
    'GET /api/v1/diary-targets/': { body: { results: [], next: null } },
    'GET /api/v1/skills/': { body: { results: [], next: null } },
    'GET /api/v1/support-people/': { body: { results: [], next: null } },
  });
  person = await signedInAs(maya);
  stop = person.device.outbox.start();
});

afterEach(() => stop());

const pick = async (group: string, name: string): Promise<void> => user.click(within(await screen.findByRole('group', { name: group })).getByRole('radio', { name }));
const puts = (): string[] => server.asked.filter((one) => one.startsWith('PUT'));

it('shows help before anything else, with no line, and sends nothing by itself', async () => {
  server.line = false;
  person.show(<DiaryScreen />);

  await pick('Urge to end my life', '3');

  expect(await screen.findByRole('heading', { name: 'Thank you for saying so' })).toBeTruthy();
  expect(screen.getByRole('link', { name: /Call 988/ }).getAttribute('href')).toBe('tel:988');
  expect(person.device.outbox.snapshot().work).toEqual([]);
});

it('is put to its day only when the person saves', async () => {
  person.show(<DiaryScreen />);
  await pick('Urge to use', '4');
  await pick('Did you use?', 'No');
  expect(puts()).toEqual([]);

  const path = /^PUT \/api\/v1\/diary-cards\/\d{4}-\d\d-\d\d\/$/;
  await user.click(screen.getByRole('button', { name: 'Save diary card' }));

  await waitFor(() => expect(puts()).toEqual([expect.stringMatching(path)]));
  expect(server.bodies.at(-1) ?? server.bodies.find((body) => body)).toBeTruthy();
  expect(server.bodies.find((body) => (body as { urges?: unknown } | undefined)?.urges)).toMatchObject({ base_version: 0, urges: { use: { level: 4, acted: false } } });
});

it('after a card that spoke of danger the numbers to call stay, also when its answers have left the phone', async () => {
  person.show(<DiaryScreen />);
  await pick('Urge to end my life', '3');
  await screen.findByRole('heading', { name: 'Thank you for saying so' });
  await user.click(screen.getByRole('button', { name: 'Go on with the card' }));

  await user.click(await screen.findByRole('button', { name: 'Save diary card' }));

  await waitFor(() => expect(puts()).toHaveLength(1));
  await waitFor(() => expect(person.device.outbox.snapshot().work).toEqual([]));
  await waitFor(() => expect(screen.queryByText('Saved on this phone')).toBeNull());
  expect(screen.getByRole('link', { name: /Call 988/ })).toBeTruthy();
});

it('goes on where the person left it', async () => {
  const { unmount } = person.show(<DiaryScreen />);
  await pick('Sad', '2');
  await waitFor(() => expect(within(screen.getByRole('group', { name: 'Sad' })).getByRole<HTMLInputElement>('radio', { name: '2' }).checked).toBe(true));
  unmount();

  person.show(<DiaryScreen />);

  await waitFor(() => expect(within(screen.getByRole('group', { name: 'Sad' })).getByRole<HTMLInputElement>('radio', { name: '2' }).checked).toBe(true));
});

it('an empty card is not saved, and says so', async () => {
  person.show(<DiaryScreen />);

  await user.click(await screen.findByRole('button', { name: 'Save diary card' }));

  expect((await screen.findByRole('alert')).textContent).toMatch(/at least one thing/);
});
