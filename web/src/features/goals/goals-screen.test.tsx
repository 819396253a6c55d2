import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';

import { maya } from '../../testing/cast';
import { signedInAs, type SignedIn } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { GoalsScreen } from './goals-screen';

const user = userEvent.setup();
let server: FakeServer;
let person: SignedIn;

const goal = {
  id: 'g1', title: 'Sleep again', why: '', target_on: null, added_at: '2026-11-20T10:00:00Z', added_by: { id: 'm', name: 'Maya Rivera' }, ended_at: null, ended_by: null, end: '',
  steps: [{ id: 's1', text: 'Phone away', place: 1, added_at: '2026-11-20T10:00:00Z', done_at: null, done_by: null }],
};

beforeEach(async () => {
  server = fakeServer({
    'GET /api/v1/goals/': { body: { results: [goal], next: null } },
    'PUT /api/v1/goal-steps/s1/': { body: goal },
    'POST /api/v1/goals/': { status: 201, body: goal },
  });
  person = await signedInAs(maya);
  person.show(<GoalsScreen />);
  await screen.findByText('Sleep again');
});

it('ticks a step off', async () => {
  await user.click(screen.getByRole('checkbox', { name: 'Phone away' }));

  await waitFor(() => expect(server.bodies).toContainEqual({ done: true }));
});

it('asks for a name before a goal is kept, and sends no day that was not chosen', async () => {
  await user.click(screen.getByRole('button', { name: 'Add a goal' }));
  await user.click(screen.getByRole('button', { name: 'Save this goal' }));
  expect(screen.getByText('Please say what you want.')).toBeTruthy();

  await user.type(screen.getByLabelText('What do you want?'), 'Call my sister');
  await user.click(screen.getByRole('button', { name: 'Save this goal' }));

  await waitFor(() => expect(server.bodies).toContainEqual({ title: 'Call my sister', why: '', target_on: null }));
});

it('says why a move did not work, and keeps the goal on the screen', async () => {
  server.line = false;
  await user.click(screen.getByRole('button', { name: 'I reached this goal' }));

  expect((await screen.findByRole('alert')).textContent).toMatch(/No connection/);
  expect(screen.getByText('Sleep again')).toBeTruthy();
});
