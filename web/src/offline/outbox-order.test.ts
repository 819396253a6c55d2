import { expect, it, vi } from 'vitest';

import { Outbox } from './outbox';
import type * as Queue from './queue';
import { listWork, type Work } from './queue';
import { openVault } from './vault';

vi.mock('./queue', async (original) => ({ ...(await original<typeof Queue>()), listWork: vi.fn() }));

const stale: Work = { id: 'sent', kind: 'urge', path: '/api/v1/urges/e/', method: 'PUT', body: {}, created: 1, attempts: 1, state: 'waiting', mayAmend: false };
const noLine = { whoAmI: () => Promise.reject(new Error()), post: () => Promise.reject(new Error()), put: () => Promise.reject(new Error()) };

it('a slow look at the queue does not take the place of a later one', async () => {
  let arrive: (work: Work[]) => void = () => undefined;
  const slow = new Promise<Work[]>((resolve) => {
    arrive = resolve;
  });
  vi.mocked(listWork).mockReturnValueOnce(slow).mockResolvedValue([]);
  const outbox = new Outbox(await openVault('maya'), noLine, { onReceived: () => undefined, onSignInNeeded: () => undefined });

  const first = outbox.remove('one');
  await vi.waitFor(() => expect(listWork).toHaveBeenCalledTimes(1));
  await outbox.remove('two');
  arrive([stale]);
  await first;

  expect(outbox.snapshot().work).toEqual([]);
});
