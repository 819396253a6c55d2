import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { deviceTimezone, localDay, shiftDay } from '../../lib/dates';
import { maya } from '../../testing/cast';
import { signedInAs, type SignedIn } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { GoalCard } from './goal-card';
import { HeldBackList } from './held-back';

const MORNING = new Date(2026, 10, 23, 10);
const EVENING = new Date(2026, 10, 23, 18);
const today = localDay(MORNING, deviceTimezone());
const goalOf = (on: string, outcome: string | null) => ({ on, goal: 'Call my sister', check_in: 'c', outcome, answered_at: null });

let server: FakeServer;
let person: SignedIn;
let stop: () => void;
const user = userEvent.setup();

beforeEach(async () => {
  vi.useFakeTimers({ now: MORNING, toFake: ['Date'] });
  server = fakeServer({ 'GET /api/v1/me/': { body: maya }, 'GET /api/v1/daily-goals/': { body: { results: [goalOf(today, null)], next: null } } });
  person = await signedInAs(maya);
  stop = person.device.outbox.start();
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

it('is shown by day, and asked about from the evening on', async () => {
  const { unmount } = person.show(<GoalCard today={today} goal="Call my sister" />);
  expect(await screen.findByText('Call my sister')).toBeTruthy();
  expect(screen.queryByText('How did it go?')).toBeNull();
  unmount();
  vi.setSystemTime(EVENING);

  person.show(<GoalCard today={today} goal="Call my sister" />);

  expect(await screen.findByRole('group', { name: 'How did it go?' })).toBeTruthy();
});

it('an answer is kept with no line, and can be changed', async () => {
  vi.setSystemTime(EVENING);
  server.line = false;
  person.show(<GoalCard today={today} goal="Call my sister" />);

  await user.click(await screen.findByRole('button', { name: 'Not today' }));
  expect(await screen.findByText(/That is all right/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Change' }));
  await user.click(await screen.findByRole('button', { name: 'Partly' }));

  expect(await screen.findByText(/A part is a step/)).toBeTruthy();
  const work = person.device.outbox.snapshot().work.map(({ path, body }) => [path, body['outcome']]);
  expect(work).toEqual([
    [`/api/v1/daily-goals/${today}/`, 'not_today'],
    [`/api/v1/daily-goals/${today}/`, 'partly'],
  ]);
});

it('yesterday’s is asked about while nobody said how it went', async () => {
  server.routes['GET /api/v1/daily-goals/'] = { body: { results: [goalOf(shiftDay(today, -1), null)], next: null } };

  person.show(<GoalCard today={today} goal={undefined} />);

  expect(await screen.findByRole('heading', { name: 'Yesterday’s goal' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Done' })).toBeTruthy();
});

it('an answer that was refused is asked for again, and a new one takes its place', async () => {
  vi.setSystemTime(EVENING);
  const path = `PUT /api/v1/daily-goals/${today}/`;
  server.routes[path] = { status: 409, body: { code: 'no_goal', detail: 'There is no goal for this day.' } };
  person.show(
    <>
      <GoalCard today={today} goal="Call my sister" />
      <HeldBackList shown={undefined} />
    </>,
  );
  await user.click(await screen.findByRole('button', { name: 'Done' }));
  expect(await screen.findByText('There is no goal for this day.')).toBeTruthy();
  expect(screen.getByText('This was not accepted')).toBeTruthy();
  server.routes[path] = { status: 201, body: { outcome: 'partly' } };

  await user.click(await screen.findByRole('button', { name: 'Partly' }));

  await waitFor(() => expect(person.device.outbox.snapshot().work).toEqual([]));
});
