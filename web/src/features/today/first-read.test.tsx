import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';

import { loadWords } from '../../lib/strings';
import { maya } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { TodayScreen } from './today-screen';

const WORDS = { text: 'not_monitored', version: '1', words: 'Nobody reads this app all the time.' };
const user = userEvent.setup();
let server: FakeServer;

beforeEach(async () => {
  server = fakeServer({ 'GET /api/v1/me/': { body: maya }, 'GET /api/v1/me/agreements/': { body: { ...WORDS, accepted_at: null } } });
  await loadWords(['agreement', 'diary', 'skills']);
});

it('stands before Today until it was read, and is asked for once', async () => {
  const accepted = { body: { ...WORDS, accepted_at: '2026-11-23T14:00:00Z' } };
  server.routes['POST /api/v1/me/agreements/'] = () => {
    server.routes['GET /api/v1/me/agreements/'] = accepted;
    return accepted;
  };
  (await signedInAs(maya)).show(<TodayScreen />);

  expect(await screen.findByText(WORDS.words)).toBeTruthy();
  expect(screen.queryByRole('link', { name: /Help me now/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'I have read this' }));

  expect(await screen.findByRole('link', { name: /Help me now/ })).toBeTruthy();
  expect(server.bodies).toContainEqual({ version: '1', accepted: true });
  expect(screen.queryByText(WORDS.words)).toBeNull();
});

it('never stands in the way where there is no line', async () => {
  server.line = false;
  (await signedInAs(maya)).show(<TodayScreen />);

  await waitFor(() => expect(screen.getByRole('link', { name: /Help me now/ })).toBeTruthy());
});
