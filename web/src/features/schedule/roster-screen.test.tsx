import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';

import { okafor } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { RosterScreen } from './roster-screen';

const person = (client: string, name: string, said: string | null = null) => ({ client, name, attendance: '', attendance_at: null, cannot_come: said });
const roster = {
  session: { id: 'one', title: 'Morning group', kind: 'group', starts_at: '2020-01-06T14:00:00Z', ends_at: '2020-01-06T15:50:00Z', place: 'Room 2', cancelled: false, skill: { slug: 'wise-mind', title: 'Wise mind' } },
  entries: [person('maya', 'Maya Rivera'), person('ben', 'Ben Ito', 'ill'), person('lin', 'Lin Wu')],
  open_from: '2020-01-06T13:45:00Z',
  open_until: '2099-01-20T15:50:00Z',
};

let server: FakeServer;
const user = userEvent.setup();

async function open(changes: object = {}): Promise<void> {
  server = fakeServer({
    'GET /api/v1/schedule/one/': { body: { ...roster, ...changes } },
    'PUT /api/v1/schedule/one/': { body: roster },
  });
  Element.prototype.scrollIntoView = () => undefined;
  const { show } = await signedInAs(okafor);
  show(<RosterScreen session="one" />);
  await screen.findByText('Morning group');
}

beforeEach(() => open());

it('one key a person, one to undo, and the whole list is saved at once', async () => {
  await user.keyboard('pax');
  await user.keyboard('u');
  await user.keyboard('ls');

  await waitFor(() => expect(server.asked).toContain('PUT /api/v1/schedule/one/'));
  expect(server.bodies).toContainEqual({
    entries: [
      { client: 'maya', attendance: 'present' },
      { client: 'ben', attendance: 'absent' },
      { client: 'lin', attendance: 'late' },
    ],
  });
});

it('a list with somebody open is not sent, and says so', async () => {
  await user.keyboard('ps');

  expect((await screen.findByRole('alert')).textContent).toBe('Mark everyone first. The list is saved as a whole.');
  expect(server.asked).not.toContain('PUT /api/v1/schedule/one/');

  await user.click(screen.getByRole('button', { name: 'Mark the rest present' }));
  await user.click(screen.getByRole('button', { name: 'Save attendance' }));

  await waitFor(() => expect(server.asked).toContain('PUT /api/v1/schedule/one/'));
});

it('what a client said beforehand stands by their name, and with the session its skill', () => {
  expect(screen.getByText('Said they can’t make it: ill')).toBeTruthy();
  expect(screen.getByText(/Skill: Wise mind/)).toBeTruthy();
});

it('nothing can be marked before the list opens', async () => {
  document.body.innerHTML = '';
  await open({ open_from: '2098-01-06T13:45:00Z' });

  expect(await screen.findByText(/^Attendance opens at/)).toBeTruthy();
  expect(screen.queryByRole('radio')).toBeNull();
});
