import { screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';

import type { Program } from '../../api/program';
import { okafor } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer, type Canned } from '../../testing/server';
import { LinkForm } from '../team-notes/link-form';
import { RotaHours } from './rota-hours';
import { StatementsScreen } from './statements-screen';
import { TurnsForm } from './turns-form';

const user = userEvent.setup();
const ada = { ...okafor, roles: ['administrator' as const] };
const listed = (...results: unknown[]): Canned => ({ body: { results, next: null } });
const AWAY: Canned = { status: 403, body: { code: 'not_now', detail: 'Not now.' } };
const HARBOR: Program = { id: 'p1', name: 'Harbor', timezone: 'America/New_York', daytime_phone: '', on_call_phone: '' };

afterEach(() => vi.useRealTimers());

it('asks again for the people who can take a turn', async () => {
  const server = fakeServer({ 'GET /api/v1/people/': AWAY });
  (await signedInAs(ada)).show(<TurnsForm program={HARBOR} monday="2026-11-23" />);
  await user.click(screen.getByRole('button', { name: 'Add turns' }));
  await user.click(await screen.findByRole('button', { name: /^Try again: / }));
  await waitFor(() => expect(server.asked.filter((one) => one === 'GET /api/v1/people/')).toHaveLength(2));

  server.routes['GET /api/v1/people/'] = listed({ id: 'n2', name: 'Grace Lee', email: 'grace@example.org', is_active: true });
  await user.click(await screen.findByRole('button', { name: /^Try again: / }));

  const list = screen.getByLabelText<HTMLSelectElement>('Who?');
  await within(list).findByRole('option', { name: 'Grace Lee' });
  expect(list.disabled).toBe(false);
  await waitFor(() => expect(document.activeElement).toBe(list));
});

it('says without a line that the clients are not here, and the rest of the form still works', async () => {
  const server = fakeServer({ 'GET /api/v1/records/staff/statements/': listed(), 'POST /api/v1/records/staff/complaints/written-down/': { status: 201 } });
  server.line = false;
  (await signedInAs(okafor)).show(<StatementsScreen />);
  await user.click(await screen.findByRole('button', { name: 'Write down a complaint' }));
  const who = await screen.findByLabelText<HTMLSelectElement>('Who?');
  await within(who).findByRole('option', { name: 'No connection' });

  server.line = true;
  await user.type(screen.getByLabelText('In their words'), 'Nobody called back.');
  await user.click(screen.getByRole('button', { name: 'Keep it' }));

  await waitFor(() => expect(server.bodies).toContainEqual(expect.objectContaining({ person: null, words: 'Nobody called back.' })));
});

it('says that the hours of the team did not load, in their place', async () => {
  const server = fakeServer({ 'GET /api/v1/programs/p1/hours/': AWAY });
  (await signedInAs(ada)).show(<RotaHours program={HARBOR} />);
  const again = await screen.findByText('Try again');
  expect(screen.getByText('That did not load')).toBeTruthy();

  server.routes['GET /api/v1/programs/p1/hours/'] = { body: { timezone: HARBOR.timezone, hours: [{ weekday: 0, opens: 540, closes: 1020 }] } };
  again.click();

  expect(await screen.findByDisplayValue('09:00')).toBeTruthy();
});

it('asks for the programs again where they are what is missing, and says nothing of clients where there is no program', async () => {
  const server = fakeServer({ 'GET /api/v1/programs/': AWAY });
  (await signedInAs(ada)).show(<LinkForm note="s1" onClose={() => undefined} />);
  await screen.findByRole('option', { name: 'That did not load' });

  server.routes['GET /api/v1/programs/'] = listed();
  await user.click(screen.getByRole('button', { name: /^Try again: / }));

  expect((await screen.findAllByRole('option')).map(({ textContent }) => textContent)).toEqual(['Choose one']);
});

it('takes the day of the person who writes it down, not of the device', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-24T09:00:00Z') });
  fakeServer({ 'GET /api/v1/records/staff/statements/': listed(), 'GET /api/v1/caseload/': listed() });
  (await signedInAs({ ...okafor, timezone: 'Pacific/Honolulu' })).show(<StatementsScreen />);
  await user.click(await screen.findByRole('button', { name: 'Write down a complaint' }));

  expect(screen.getByLabelText<HTMLInputElement>('Day it reached us').value).toBe('2026-11-23');
});
