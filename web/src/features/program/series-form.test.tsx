import { fireEvent, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';

import { okafor } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { NewSeriesScreen } from './series-form-screens';

const list = (...results: unknown[]) => ({ body: { results, next: null } });
const TAKEN = 'Room 2 is taken by “Morning group” on March 3 from 09:00 to 12:00.';

let server: FakeServer;
const user = userEvent.setup();

beforeEach(async () => {
  server = fakeServer({
    'GET /api/v1/programs/': list({ id: 'p', name: 'Harbor IOP', timezone: 'America/New_York', daytime_phone: '', on_call_phone: '' }),
    'GET /api/v1/rooms/': list({ id: 'room', program: 'p', name: 'Room 2', closed_on: null }),
    'GET /api/v1/tracks/': list(),
    'GET /api/v1/people/': list({ id: 'nadia', name: 'Nadia Haddad', email: 'nadia@example.org', is_active: true }),
    'GET /api/v1/skills/': list({ slug: 'wise-mind', title: 'Wise mind' }),
    'POST /api/v1/series/': { status: 409, body: { code: 'taken', detail: TAKEN } },
  });
  const { show } = await signedInAs({ ...okafor, roles: ['administrator'] });
  show(<NewSeriesScreen />);
  await screen.findByLabelText('Title');
});

it('says in plain words what is about to be made, and what it clashes with', async () => {
  await user.click(screen.getByRole('button', { name: 'Save this series' }));
  expect(screen.getByText('Choose at least one day.')).toBeTruthy();
  expect(screen.getByText('Choose who leads it.')).toBeTruthy();

  await user.type(screen.getByLabelText('Title'), 'Evening group');
  await user.selectOptions(screen.getByLabelText('Skill of the session'), 'wise-mind');
  await user.click(screen.getByRole('checkbox', { name: 'Monday' }));
  await user.click(screen.getByRole('checkbox', { name: 'Wednesday' }));
  fireEvent.input(screen.getByLabelText('First day'), { target: { value: '2099-03-02' } });
  await user.selectOptions(screen.getByLabelText('Room'), 'room');
  await user.click(screen.getByRole('checkbox', { name: 'Nadia Haddad' }));
  expect(screen.getByText(/^Every week on Monday and Wednesday, 9:00\sAM to 10:00\sAM, from March 2, 2099\. In Room 2\. Led by Nadia Haddad\. Skill: Wise mind\.$/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save this series' }));

  expect(await screen.findByText(TAKEN)).toBeTruthy();
  await waitFor(() => expect(server.bodies).toContainEqual(expect.objectContaining({ rule: 'FREQ=WEEKLY;BYDAY=MO,WE', skill_slug: 'wise-mind', track: null, program: 'p' })));
});
