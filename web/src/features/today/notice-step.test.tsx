import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';

import { maya } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { NoticeStep } from './notice-step';

const OWN = 'GET /api/v1/records/notice/';
const LATER = 'POST /api/v1/records/notice/put-off/';
const TAKEN = 'POST /api/v1/records/notice/acknowledged/';
const standing = { due: true, asks_now: true, put_off_at: null, version: 1, shown_at: null, acknowledged_at: null, mailed_at: null };
const user = userEvent.setup();
const onStanding = vi.fn();
let server: FakeServer;

beforeEach(() => {
  onStanding.mockReset();
  server = fakeServer({ [OWN]: { body: standing } });
});

const show = async (): Promise<void> => void (await signedInAs(maya)).show(<NoticeStep onStanding={onStanding} />);
const answers = (asksNow: boolean) => () => {
  server.routes[OWN] = { body: { ...standing, asks_now: asksNow } };
  return {};
};

it('stands until it is put off in so many words; the check-in and help stay a tap away', async () => {
  server.routes[LATER] = answers(false);
  await show();

  expect(await screen.findByRole('link', { name: /Check in/ })).toBeTruthy();
  expect(screen.getByRole('link', { name: /Help me now/ })).toBeTruthy();
  await waitFor(() => expect(onStanding).toHaveBeenLastCalledWith(true));
  await user.click(screen.getByRole('button', { name: 'Not now, ask me again' }));

  await waitFor(() => expect(onStanding).toHaveBeenLastCalledWith(false));
  expect(server.asked).toContain(LATER);
  expect(server.asked).not.toContain(TAKEN);
});

it('is over when it is taken', async () => {
  server.routes[TAKEN] = answers(false);
  await show();

  await user.click(await screen.findByRole('button', { name: 'I have it' }));

  await waitFor(() => expect(screen.queryByRole('button', { name: 'I have it' })).toBeNull());
  expect(server.asked).toContain(TAKEN);
});

it('lets nobody stand before a closed door when an answer cannot be kept', async () => {
  await show();
  const later = await screen.findByRole('button', { name: 'Not now, ask me again' });
  server.line = false;
  await user.click(later);

  await user.click(await screen.findByRole('button', { name: 'Go on to Today' }));

  expect(onStanding).toHaveBeenLastCalledWith(false);
});

it('asks nothing of somebody who put it off, and nothing without a line', async () => {
  server.routes[OWN] = { body: { ...standing, asks_now: false } };
  await show();
  await waitFor(() => expect(server.asked).toContain(OWN));
  expect(screen.queryByRole('button')).toBeNull();
  expect(onStanding).not.toHaveBeenCalledWith(true);
});
