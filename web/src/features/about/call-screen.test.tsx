import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';

import { ben } from '../../testing/cast';
import { signedInAs, type SignedIn } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { CallScreen } from './call-screen';

const LEAVE = 'GET /api/v1/call-requests/';
const SEND = 'POST /api/v1/call-requests/';
const user = userEvent.setup();
let server: FakeServer;
let person: SignedIn;

beforeEach(async () => {
  let leaves = 0;
  server = fakeServer({
    [LEAVE]: () => ({ body: { token: `leave-${(leaves += 1)}`, wait_seconds: 0 } }),
    [SEND]: { status: 202, body: { received: true } },
    'GET /api/v1/program-facts/': { body: { programs: [{ name: 'Harbor', daytime_phone: '508-555-0110', on_call_phone: '' }] } },
  });
  person = await signedInAs(ben);
  person.show(<CallScreen />);
});

const fillIn = async (): Promise<void> => {
  await user.type(screen.getByLabelText('Your name'), 'Sam');
  await user.type(screen.getByLabelText('Phone'), '508 555 0142');
};
const send = (): Promise<void> => user.click(screen.getByRole('button', { name: 'Ask for a call' }));
const sent = (): unknown[] => server.bodies.filter((_, at) => server.asked[at] === SEND);

it('sends a name, one way to reach the person and a time, and nothing else', async () => {
  await fillIn();
  await user.click(screen.getByRole('radio', { name: 'Morning' }));
  await send();

  expect(await screen.findByText('Thank you. We will get back to you.')).toBeTruthy();
  expect(sent()).toEqual([{ token: 'leave-1', name: 'Sam', phone: '508 555 0142', best_time: 'morning', language: 'en', website: '' }]);
  expect(screen.getByRole('link', { name: /Call 508-555-0110/ })).toBeTruthy();
});

it('says what is missing beside the field, and sends nothing', async () => {
  await user.click(screen.getByRole('radio', { name: 'By e-mail' }));
  await send();

  expect(screen.getByText('Please tell us what to call you.')).toBeTruthy();
  expect(screen.getByText('Please fill in your whole e-mail address.')).toBeTruthy();
  expect(sent()).toEqual([]);
});

it('asks for new leave when the form was open for too long, and sends once more by itself', async () => {
  let tries = 0;
  server.routes[SEND] = () => ((tries += 1) === 1 ? { status: 400, body: { code: 'form_expired', detail: 'Too long.' } } : { status: 202, body: { received: true } });
  await fillIn();
  await send();

  expect(await screen.findByText('Thank you. We will get back to you.')).toBeTruthy();
  expect(sent().map((body) => (body as { token: string }).token)).toEqual(['leave-1', 'leave-2']);
});

it('keeps what was typed when there is no line', async () => {
  await fillIn();
  server.line = false;
  await send();

  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/Your words are still here/));
  expect(screen.getByLabelText<HTMLInputElement>('Your name').value).toBe('Sam');
});

it('shows the server’s sentence beside the field it is about', async () => {
  server.routes[SEND] = { status: 400, body: { code: 'invalid', detail: 'No.', fields: { phone: ['This is not a telephone number we can call.'] } } };
  await fillIn();
  await send();

  expect(await screen.findByText('This is not a telephone number we can call.')).toBeTruthy();
});
