import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';

import { okafor } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer, type Canned } from '../../testing/server';
import { ProgramPage } from './program-page';
import { SeriesScreen } from './series-screen';

const user = userEvent.setup();
const ada = { ...okafor, roles: ['administrator' as const] };
const program = (id: string, name: string) => ({ id, name, timezone: 'Pacific/Honolulu', daytime_phone: '', on_call_phone: '' });
const listed = (...results: unknown[]): Canned => ({ body: { results, next: null } });
const PROGRAMS = { 'GET /api/v1/programs/': listed(program('p1', 'Elm'), program('p2', 'Harbor')) };

afterEach(() => {
  vi.useRealTimers();
  sessionStorage.clear();
});

/** Nothing is planned in the first that is asked about, and something in the next. */
function inUse(): () => Canned {
  let asked = 0;
  return () => (asked++ === 0 ? listed() : listed({ id: 's1' }));
}

it('opens on a program in which something is planned, and then on the one that was chosen', async () => {
  const server = fakeServer({ ...PROGRAMS, 'GET /api/v1/series/': inUse() });
  const { show } = await signedInAs(ada);
  const { unmount } = show(<ProgramPage section="week">{({ name }) => <p>At {name}</p>}</ProgramPage>);
  await screen.findByText('At Harbor');
  await user.selectOptions(screen.getByLabelText('Program'), 'Elm');
  await screen.findByText('At Elm');
  unmount();

  show(<ProgramPage section="week">{({ name }) => <p>At {name}</p>}</ProgramPage>);
  await screen.findByText('At Elm');
  expect(server.asked.filter((one) => one.endsWith('/series/'))).toHaveLength(2);
});

it('opens on the first where nothing is planned, or where that cannot be known', async () => {
  fakeServer({ ...PROGRAMS, 'GET /api/v1/series/': { status: 403 } });
  (await signedInAs(ada)).show(<ProgramPage section="week">{({ name }) => <p>At {name}</p>}</ProgramPage>);

  await screen.findByText('At Elm');
});

it('lets a client join a series from the day that it is where the program is', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T09:00:00Z') });
  const series = { id: 's1', program: 'p1', title: 'Group', kind: 'group', rule: 'FREQ=WEEKLY;BYDAY=MO', starts_on: '2026-11-02', ends_on: null, minute_of_day: 600, minutes: 60, room: null, track: null, telehealth_url: '', skill_slug: '', clinicians: [] };
  fakeServer({ ...PROGRAMS, 'GET /api/v1/series/s1/': { body: { series, days: [], days_not_booked: [], members: [] } }, 'GET /api/v1/people/': listed() });
  (await signedInAs(ada)).show(<SeriesScreen series="s1" />);
  await user.click(await screen.findByRole('button', { name: 'Add a client' }));

  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('From').value).toBe('2026-11-23'));
});
