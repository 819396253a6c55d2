import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';

import { saveWork, type Work } from '../../offline/queue';
import { maya } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer } from '../../testing/server';
import { HeldBackList } from './held-back';

const AMEND = '/api/v1/check-ins/first/amendments/';
const CONFLICT: Work = {
  id: 'a',
  kind: 'check_in',
  path: '/api/v1/check-ins/',
  body: { submission_id: 'a', on: '2026-11-23', mood: 3, note: 'a hard day' },
  created: Date.now(),
  attempts: 1,
  state: 'conflict',
  mayAmend: false,
  trouble: { code: 'already_checked_in', sentence: '', fields: [], amendPath: AMEND },
};

it('Today asks which of two check-ins holds with both in sight, and sends nothing before the answer', async () => {
  const server = fakeServer({
    'GET /api/v1/me/': { body: maya },
    'GET /api/v1/check-ins/': { body: { results: [{ id: 'first', on: '2026-11-23', version: 1, mood: 6, note: '' }] } },
    [`POST ${AMEND}`]: { status: 201, body: { id: 'first', on: '2026-11-23', version: 2 } },
  });
  const person = await signedInAs(maya);
  await saveWork(person.device.vault, CONFLICT);
  const stop = person.device.outbox.start();
  person.show(<HeldBackList shown={undefined} />);

  expect(await screen.findByRole('row', { name: 'Mood 3 6' })).toBeTruthy();
  expect(screen.getByRole('row', { name: 'Note a hard day Nothing' })).toBeTruthy();
  expect(server.asked.filter((one) => one.startsWith('POST'))).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Use the one on this phone' }));

  await waitFor(() => expect(server.asked).toContain(`POST ${AMEND}`));
  await waitFor(() => expect(person.device.outbox.snapshot().work).toEqual([]));
  stop();
});
