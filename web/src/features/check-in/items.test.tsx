import { screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { maya } from '../../testing/cast';
import { signedInAs, type SignedIn } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { CheckInScreen } from './check-in-screen';
import { CheckInsScreen } from './history-screen';

const item = (id: string, kind: string, scale: string, label: string, why = '') => ({
  id, item: `${id}-item`, version: 1, place: 1, label, why, kind, scale, toward: kind === 'urge' ? 'use' : '', set_at: '2026-11-01T00:00:00Z', ended_at: null,
});
const bar = item('bar', 'urge', '0-10', 'Stopping at the bar', 'It is on your way home.');
const meeting = item('meeting', 'habit', 'yes_no', 'Went to a meeting');
const mood = { key: 'mood', kind: 'scale', required: true, ask: '', why: 'Mood shows how the days go.', low: '', high: '', choices: {}, goal: '', note: '' };
const form = { version: 'daily-1+7', base: 'daily-1', language: 'en', why: '', goal_ask: '', goal_asked_from: '17:00', questions: [mood], item_words: {}, items: [bar, meeting] };

let server: FakeServer;
let person: SignedIn;
let stop: () => void;
const user = userEvent.setup();

beforeEach(async () => {
  window.scrollTo = () => undefined;
  server = fakeServer({
    'GET /api/v1/me/': { body: maya },
    'GET /api/v1/check-ins/': { body: { results: [], next: null } },
    'GET /api/v1/check-in-form/': { body: form },
  });
  person = await signedInAs(maya);
  stop = person.device.outbox.start();
});

afterEach(() => stop());

const press = async (name: string): Promise<void> => user.click(await screen.findByRole('button', { name }));
const group = (name: string): Promise<HTMLElement> => screen.findByRole('group', { name });
const pickIn = async (name: string, answer: string): Promise<void> => user.click(within(await group(name)).getByRole('radio', { name: answer }));

describe('a person’s own items', () => {
  it('are asked in the long form, an urge apart from acting on it, and go with the form’s version', async () => {
    person.show(<CheckInScreen />);
    await user.click(await screen.findByRole('radio', { name: 'On one page' }));
    await pickIn('How is your mood?', '5');
    await pickIn('Stopping at the bar', '7');
    await pickIn('Did you act on it?', 'No');
    await pickIn('Went to a meeting', 'Yes');
    server.line = false;

    await press('Save check-in');

    await waitFor(() => expect(person.device.outbox.snapshot().work).toHaveLength(1));
    expect(person.device.outbox.snapshot().work[0]?.body).toMatchObject({
      form_version: 'daily-1+7',
      mood: 5,
      items: { bar: { level: 7, acted: false }, meeting: { value: true } },
    });
  });

  it('say why they are asked', async () => {
    person.show(<CheckInScreen />);
    expect(await screen.findByText('Mood shows how the days go.')).toBeTruthy();

    await user.click(await screen.findByRole('radio', { name: 'On one page' }));

    expect(await screen.findByText('It is on your way home.')).toBeTruthy();
  });

  it('are there with no line once they were seen', async () => {
    const { unmount } = person.show(<CheckInScreen />);
    await user.click(await screen.findByRole('radio', { name: 'On one page' }));
    expect(await group('Went to a meeting')).toBeTruthy();
    unmount();
    server.line = false;

    person = await signedInAs(maya);
    person.show(<CheckInScreen />);

    expect(await group('Went to a meeting')).toBeTruthy();
  });
});

describe('hours of sleep', () => {
  it('are one tap for a whole number, and any half for those who want it', async () => {
    person.show(<CheckInScreen />);
    await user.click(await screen.findByRole('radio', { name: 'On one page' }));
    await pickIn('How many hours did you sleep? (hours)', '6');

    await press('Another number');
    await press('More sleep');

    expect(await screen.findByText(/6\.5/)).toBeTruthy();
  });
});

it('my check-ins show numbers by day, the goal, and what was changed since', async () => {
  const on = new Intl.DateTimeFormat('sv-SE').format(new Date());
  const day = {
    id: 'c', on, version: 2, late: true, clock_suspect: false, mood: 6, stress: 3, connection: null, confidence: null, craving: 2,
    sleep_hours: 7.5, sleep_quality: null, used: false, medication: 'taken', safety: 'safe', items: { bar: { level: 8, value: null, acted: true } }, goal: 'Call my sister', note: '',
  };
  const before = { ...day, id: 'b', version: 1, late: false, recorded_at: '2026-11-20T12:00:00Z', mood: 3, items: {} };
  server.routes['GET /api/v1/check-ins/'] = { body: { results: [{ ...day, recorded_at: '2026-11-20T13:00:00Z' }, before], next: null } };
  server.routes['GET /api/v1/personal-items/'] = { body: { results: [bar, meeting], next: null } };
  server.routes['GET /api/v1/daily-goals/'] = { body: { results: [{ on, goal: 'Call my sister', check_in: 'c', outcome: 'partly', answered_at: null }], next: null } };

  person.show(<CheckInsScreen />);

  const table = await screen.findByRole('table');
  expect(within(table).getByText('7.5')).toBeTruthy();
  await waitFor(() => expect(within(table).getByRole('row', { name: /Stopping at the bar.*8.*acted on it/i })).toBeTruthy());
  expect(await screen.findByText('Goal: Call my sister (partly)')).toBeTruthy();
  expect(screen.getByText(/^Changed or added to once/)).toBeTruthy();
  expect(screen.getByText('It was sent on a later day.')).toBeTruthy();
  // Only the answer that another one took the place of.
  const earlier = screen.getByText('Before it was changed').closest('details');
  expect([...(earlier?.querySelectorAll('dd') ?? [])].map(({ textContent }) => textContent)).toEqual(['Mood: 3']);
});
