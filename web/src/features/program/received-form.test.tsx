import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';

import { okafor } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer } from '../../testing/server';
import { BreachesScreen } from './breaches-screen';
import { RecordsScreen } from './records-screen';
import { StatementsScreen } from './statements-screen';

const STAFF = '/api/v1/records/staff';
const NONE = { body: { results: [], next: null } };
const user = userEvent.setup();
const ada = { ...okafor, roles: ['administrator' as const] };
const lists = {
  [`GET ${STAFF}/access-requests/`]: NONE,
  [`GET ${STAFF}/statements/`]: NONE,
  [`GET ${STAFF}/complaints/`]: NONE,
  'GET /api/v1/people/': { body: { results: [{ id: 'm1', name: 'Maya Rivera', is_active: true }] } },
  'GET /api/v1/caseload/': { body: { results: [{ client: { id: 'm1', name: 'Maya Rivera' } }], next: null } },
};

it('writes a request down for a client, with the day and the way it came', async () => {
  const server = fakeServer({ ...lists, [`POST ${STAFF}/access-requests/`]: { status: 201 } });
  (await signedInAs(ada)).show(<RecordsScreen />);
  await user.click(await screen.findByRole('button', { name: 'Write down a request' }));
  await user.click(screen.getByRole('button', { name: 'Keep it' }));
  expect(screen.getAllByText('Please fill this in.')).toHaveLength(2);

  await user.selectOptions(screen.getByLabelText('Who?'), await screen.findByRole('option', { name: 'Maya Rivera' }));
  await user.selectOptions(screen.getByLabelText('How it reached us'), 'phone');
  await user.type(screen.getByLabelText('What they ask for'), 'All of it');
  await user.click(screen.getByRole('button', { name: 'Keep it' }));

  await waitFor(() => expect(server.bodies).toContainEqual(expect.objectContaining({ client: 'm1', received_how: 'phone', wants: 'All of it', form: 'paper' })));
});

it('writes a complaint down for a clinician, also of somebody without a name', async () => {
  const server = fakeServer({ ...lists, [`POST ${STAFF}/complaints/written-down/`]: { status: 201 } });
  (await signedInAs(okafor)).show(<StatementsScreen />);
  await user.click(await screen.findByRole('button', { name: 'Write down a complaint' }));
  await user.type(screen.getByLabelText('In their words'), 'Nobody called back.');
  await user.click(screen.getByRole('button', { name: 'Keep it' }));

  await waitFor(() => expect(server.bodies).toContainEqual(expect.objectContaining({ person: null, words: 'Nobody called back.' })));
  await waitFor(() => expect(screen.queryByLabelText('In their words')).toBeNull());
});

it('answers a statement as a clinician', async () => {
  const row = { id: 's1', client: { id: 'm1', name: 'Maya Rivera' }, words: 'It was Tuesday.', written_at: '2026-03-02T15:00:00Z', state: 'waiting', answer: '' };
  const server = fakeServer({ ...lists, [`GET ${STAFF}/statements/`]: { body: { results: [row], next: null } }, [`POST ${STAFF}/statements/s1/answer/`]: {} });
  (await signedInAs(okafor)).show(<StatementsScreen />);
  await user.click(await screen.findByRole('button', { name: 'Answer the statement' }));
  await user.type(screen.getByLabelText('In words, for the person'), 'You are right.');
  await user.click(screen.getByRole('button', { name: 'Send' }));

  await waitFor(() => expect(server.bodies).toContainEqual({ accepted: true, answer: 'You are right.' }));
});

it('shows what stood before in a register entry, with who wrote it', async () => {
  const written = (version: number, what: string) => ({ id: `b${version}`, series: 'x', version, what, discovered_on: '2026-03-01', decision: 'open', deadlines: [], nature: '', recipient: '', acquired: '', mitigated: '', reason: version === 1 ? 'Too early to say.' : '', recorded_at: '2026-03-01T12:00:00Z', recorded_by: { id: 'a', name: 'Ada' } });
  fakeServer({
    [`GET ${STAFF}/breaches/`]: { body: { results: [written(2, 'A laptop was lost and found.')], next: null } },
    [`GET ${STAFF}/breaches/x/`]: { body: { results: [written(2, 'A laptop was lost and found.'), written(1, 'A laptop is lost.')], next: null } },
  });
  (await signedInAs(ada)).show(<BreachesScreen />);
  expect(await screen.findByText('A laptop was lost and found.')).toBeTruthy();
  expect(screen.queryByText('A laptop is lost.')).toBeNull();

  await user.click(screen.getByRole('button', { name: 'Earlier versions' }));

  expect(await screen.findByText('A laptop is lost.')).toBeTruthy();
  expect(screen.getByText(/Too early to say/)).toBeTruthy();
  expect(screen.getByText(/Written by Ada/)).toBeTruthy();
  expect(screen.getAllByText('A laptop was lost and found.')).toHaveLength(1);
});
