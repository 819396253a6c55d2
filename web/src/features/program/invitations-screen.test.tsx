import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';

import { okafor } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { InvitationsScreen } from './invitations-screen';

const LIST = 'GET /api/v1/invitations/';
const RESET = 'POST /api/v1/people/p1/second-factor/reset/';
const user = userEvent.setup();
const noor = { id: 'i1', email: 'noor@example.org', name: 'Noor Aziz', roles: ['client'], language: 'es', invited_at: '2026-03-02T15:00:00Z', expires_at: '2026-03-05T15:00:00Z', expired: false };
let server: FakeServer;

beforeEach(async () => {
  HTMLDialogElement.prototype.showModal = function show(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false;
  };
  server = fakeServer({
    [LIST]: { body: { results: [noor], next: null } },
    'GET /api/v1/people/': { body: { results: [{ id: 'p1', name: 'Dr. Okafor', is_active: true }] } },
    'GET /_allauth/browser/v1/account/authenticators': { body: { status: 200, data: [{ type: 'totp', created_at: 0 }] } },
  });
  (await signedInAs({ ...okafor, roles: ['administrator'] })).show(<InvitationsScreen />);
  await screen.findByText('Noor Aziz');
  expect(screen.getByText('noor@example.org · Client · Español')).toBeTruthy();
});

it('invites one person with one role, after everything is filled in', async () => {
  server.routes['POST /api/v1/invitations/'] = { status: 201, body: noor };
  await user.click(screen.getByRole('button', { name: 'Invite somebody' }));
  await user.click(screen.getByRole('button', { name: 'Send the invitation' }));
  expect(screen.getAllByText('Please fill this in.')).toHaveLength(2);

  await user.type(screen.getByLabelText('Name'), 'Lou');
  await user.type(screen.getByLabelText('E-mail'), 'lou@example.org');
  await user.click(screen.getByRole('button', { name: 'Send the invitation' }));

  expect(await screen.findByText('The invitation to Lou is on its way.')).toBeTruthy();
  expect(server.bodies).toContainEqual({ name: 'Lou', email: 'lou@example.org', roles: ['client'], language: 'en' });
});

it('asks in the language that is chosen, and first in that of who asks', async () => {
  server.routes['POST /api/v1/invitations/'] = { status: 201, body: noor };
  await user.click(screen.getByRole('button', { name: 'Invite somebody' }));
  await user.type(screen.getByLabelText('Name'), 'Lou');
  await user.type(screen.getByLabelText('E-mail'), 'lou@example.org');
  const field = screen.getByLabelText<HTMLSelectElement>('Language of the e-mail and of their first page');
  expect(field.value).toBe('en');
  await user.selectOptions(field, 'Español');
  await user.click(screen.getByRole('button', { name: 'Send the invitation' }));

  await screen.findByText('The invitation to Lou is on its way.');
  expect(server.bodies).toContainEqual(expect.objectContaining({ language: 'es' }));
});

it('sends one again, and takes one back only after a yes', async () => {
  server.routes['POST /api/v1/invitations/i1/again/'] = { body: noor };
  server.routes['POST /api/v1/invitations/i1/withdraw/'] = {};
  await user.click(screen.getByRole('button', { name: 'Send again: Noor Aziz' }));
  expect(await screen.findByText('A new link is on its way to Noor Aziz. The old one no longer works.')).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Take back: Noor Aziz' }));
  expect(server.asked).not.toContain('POST /api/v1/invitations/i1/withdraw/');
  server.routes[LIST] = { body: { results: [], next: null } };
  await user.click(screen.getByRole('button', { name: 'Yes, take it back' }));

  expect(await screen.findByText('No invitation is waiting.')).toBeTruthy();
});

it('resets a second step with a reason and the proof of who asks', async () => {
  server.routes[RESET] = (body) => ((body as { code: string }).code === '123456' ? { body: { taken_away: 1 } } : { status: 403, body: { code: 'not_proven', detail: 'No.', fields: { code: ['That is not right.'] } } });
  await user.selectOptions(await screen.findByLabelText('Who?'), 'p1');
  await user.click(screen.getByRole('button', { name: 'Reset the second step' }));
  expect(screen.getByText('Please fill this in.')).toBeTruthy();
  await user.selectOptions(screen.getByLabelText('Why?'), 'stolen');
  await user.click(screen.getByRole('button', { name: 'Reset the second step' }));

  await user.click(await screen.findByText('Use a code instead'));
  await user.type(screen.getByLabelText('Code'), '000000');
  await user.click(screen.getByText('Go on'));
  expect(await screen.findByText('That is not right.')).toBeTruthy();
  await user.clear(screen.getByLabelText('Code'));
  await user.type(screen.getByLabelText('Code'), '123 456');
  await user.click(screen.getByText('Go on'));

  expect(await screen.findByText(/The second step of Dr. Okafor is reset/)).toBeTruthy();
  await waitFor(() => expect(screen.queryByLabelText('Code')).toBeNull());
  expect(server.bodies).toContainEqual({ reason: 'stolen', code: '123456' });
});

it('helps a relative by their address, and never says whether there is one', async () => {
  server.routes['POST /api/v1/people/second-factor/reset/'] = (body) => ((body as { email: string }).email.includes('@') ? {} : { status: 400, body: { code: 'invalid', detail: 'No.', fields: { email: ['Write an e-mail address.'] } } });
  await user.selectOptions(screen.getByLabelText('What they are here'), 'Family member');
  expect(screen.queryByLabelText('Who?')).toBeNull();
  await user.selectOptions(screen.getByLabelText('Why?'), 'lost');
  await user.click(screen.getByRole('button', { name: 'Reset the second step' }));
  expect(screen.getByText('Please fill this in.')).toBeTruthy();

  await user.type(screen.getByLabelText('The e-mail they sign in with'), 'rosa');
  await reset();
  expect(await screen.findByText('Write an e-mail address.')).toBeTruthy();
  await user.type(screen.getByLabelText('The e-mail they sign in with'), '@example.org');
  await reset();

  expect(await screen.findByText('Done. A family member with this e-mail can now sign in with their password alone.')).toBeTruthy();
  expect(server.bodies).toContainEqual({ reason: 'lost', email: 'rosa@example.org', code: '123456' });
});

async function reset(): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Reset the second step' }));
  await user.click(await screen.findByText('Use a code instead'));
  await user.type(screen.getByLabelText('Code'), '123456');
  await user.click(screen.getByText('Go on'));
}
