import { screen } from '@testing-library/preact';
import type { JSX } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';

import { okafor } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer } from '../../testing/server';
import { useClientDay, useProgramDay } from './use-client-day';

function Today(): JSX.Element {
  return <p>{useClientDay('maya')}</p>;
}

afterEach(() => void vi.useRealTimers());

it.each([
  ['Pacific/Auckland', '2026-11-23T20:00:00Z', '2026-11-24'],
  ['America/New_York', '2026-11-24T02:00:00Z', '2026-11-23'],
  ['Pacific/Honolulu', '2026-11-24T09:00:00Z', '2026-11-23'],
])('is the day in %s, wherever this device and Greenwich are', async (timezone, now, day) => {
  vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] });
  fakeServer({ 'GET /api/v1/clients/maya/': { body: { id: 'maya', name: 'Maya', timezone, level_of_care: 'iop', week: 2 } } });
  const person = await signedInAs(okafor);

  person.show(<Today />);

  expect(await screen.findByText(day)).toBeTruthy();
});

function AtProgram(): JSX.Element {
  return <p>{useProgramDay('maya')}</p>;
}

it('is the day of the program for what reaches it, wherever the client and this device are', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-24T09:00:00Z'), toFake: ['Date'] });
  fakeServer({ 'GET /api/v1/clients/maya/enrolment/': { body: { enrolment: { program: { timezone: 'Pacific/Honolulu' } } } } });
  const person = await signedInAs(okafor);

  person.show(<AtProgram />);

  expect(await screen.findByText('2026-11-23')).toBeTruthy();
});
