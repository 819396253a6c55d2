import { waitFor } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';

import { maya } from '../testing/cast';
import { Outbox } from './outbox';
import type { Line } from './sync';
import { openVault } from './vault';

const work = { id: 'a', kind: 'check_in' as const, path: '/api/v1/check-ins/', body: { submission_id: 'a', on: '2026-11-23', mood: 4 } };

async function outboxOn(line: Line): Promise<{ outbox: Outbox; onReceived: ReturnType<typeof vi.fn>; onSignInNeeded: ReturnType<typeof vi.fn> }> {
  const events = { onReceived: vi.fn(), onSignInNeeded: vi.fn() };
  return { outbox: new Outbox(await openVault(maya.id), line, events), ...events };
}

const receive: Line['post'] = (_, body) => Promise.resolve({ status: 201, body: { id: 'row', on: body['on'], version: 1 } });
const online: Line = { whoAmI: () => Promise.resolve(maya.id), post: receive, put: receive };
const refuse = (): Promise<never> => Promise.reject(new Error('no line'));
const offline: Line = { whoAmI: refuse, post: refuse, put: refuse };

it('what is added with no line is there in a new start of the app, and sent when the line is back', async () => {
  const first = await outboxOn(offline);
  await first.outbox.add(work);
  expect(first.outbox.snapshot().work.map(({ state }) => state)).toEqual(['waiting']);

  const second = await outboxOn(online);
  const stop = second.outbox.start();
  await waitFor(() => expect(second.onReceived).toHaveBeenCalled());

  expect(second.outbox.snapshot().work).toEqual([]);
  expect(second.outbox.snapshot().receipts).toEqual([{ id: 'row', on: '2026-11-23', version: 1 }]);
  stop();
});

it('the network coming back is reason enough to send', async () => {
  let line = offline;
  const { outbox, onReceived } = await outboxOn({ whoAmI: () => line.whoAmI(), post: (path, body) => line.post(path, body), put: (path, body) => line.put(path, body) });
  const stop = outbox.start();
  await outbox.add(work);
  await waitFor(() => expect(outbox.snapshot().lastEnd).toBe('no_line'));

  line = online;
  window.dispatchEvent(new Event('online'));

  await waitFor(() => expect(onReceived).toHaveBeenCalled());
  stop();
});

it('says once that sign-in is needed, and keeps the work', async () => {
  const { outbox, onSignInNeeded } = await outboxOn({ ...online, whoAmI: () => Promise.resolve(undefined) });
  const stop = outbox.start();
  await outbox.add(work);

  await waitFor(() => expect(onSignInNeeded).toHaveBeenCalled());
  expect(outbox.snapshot().work).toHaveLength(1);
  stop();
});
