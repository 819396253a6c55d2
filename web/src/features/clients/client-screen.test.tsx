import { fireEvent, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';

import { okafor } from '../../testing/cast';
import { signedInAs, type SignedIn } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { ClientScreen } from './client-screen';
import { PlanStepScreen } from './plan-step-screen';

const list = (results: unknown[] = []) => ({ body: { results, next: null } });
const plan = (version: number, alone: string[]) => ({
  id: `p${version}`,
  kind: 'safety',
  version,
  state: 'draft',
  written_at: '2026-11-20T10:00:00Z',
  written_by: { name: 'Maya Rivera' },
  client_signed_at: '2026-11-20T10:00:00Z',
  clinician_signed_at: null,
  clinician: null,
  review_on: '2099-02-18',
  needs_review: true,
  share_safer: false,
  steps: { warning_signs: [], alone, places_people: [], ask_help: [], professionals: [], safer: null },
});

let server: FakeServer;
let person: SignedIn;
const user = userEvent.setup();

beforeEach(async () => {
  server = fakeServer({
    'GET /api/v1/clients/maya/': { body: { id: 'maya', name: 'Maya Rivera', timezone: 'Asia/Kathmandu', level_of_care: 'iop', week: 3 } },
    'GET /api/v1/clients/maya/diary-targets/': list(),
    'GET /api/v1/clients/maya/plans/safety/': { body: plan(2, ['Walk']) },
    'POST /api/v1/clients/maya/plans/safety/sign/': { body: { ...plan(2, ['Walk']), state: 'signed', clinician_signed_at: '2026-11-23T10:00:00Z', clinician: { name: 'Dr. Okafor' } } },
  });
  person = await signedInAs(okafor);
});

it('a plan is signed as the version on the screen, and the private step stays unseen', async () => {
  person.show(<ClientScreen id="maya" />);

  expect(await screen.findByRole('heading', { name: 'Maya Rivera' })).toBeTruthy();
  expect(screen.getByText(/^Intensive outpatient · Week 3 · .+ where they are$/)).toBeTruthy();
  expect(await screen.findByText('Kept private by the client.')).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Sign as clinician' }));

  await waitFor(() => expect(server.bodies).toContainEqual({ version: 2 }));
});

it('a new day of review is written as a new version of the same words', async () => {
  server.routes['PUT /api/v1/clients/maya/plans/safety/'] = () => {
    const written = { body: { ...plan(3, ['Walk']), review_on: '2099-03-01' } };
    server.routes['GET /api/v1/clients/maya/plans/safety/'] = written;
    return written;
  };
  person.show(<ClientScreen id="maya" />);
  await user.click(await screen.findByRole('button', { name: 'Change the review date' }));

  await user.click(screen.getByRole('button', { name: 'Save the date' }));
  expect(screen.getByText('Please fill this in.')).toBeTruthy();
  fireEvent.input(screen.getByLabelText('Review on'), { target: { value: '2099-03-01' } });
  await user.click(screen.getByRole('button', { name: 'Save the date' }));

  expect(await screen.findByText(/^Look at it again by .*March 1, 2099\.$/)).toBeTruthy();
  const { steps } = plan(2, ['Walk']);
  expect(server.bodies).toContainEqual({ base_version: 2, review_on: '2099-03-01', steps: { ...steps, safer: undefined } });
});

it('what the server says of a day of review is said at its field', async () => {
  const sentence = 'Choose a day for the review between tomorrow and a year from today.';
  server.routes['PUT /api/v1/clients/maya/plans/safety/'] = { status: 400, body: { code: 'invalid', detail: sentence, fields: { review_on: [sentence] } } };
  person.show(<ClientScreen id="maya" />);
  await user.click(await screen.findByRole('button', { name: 'Change the review date' }));
  fireEvent.input(screen.getByLabelText('Review on'), { target: { value: '2199-03-01' } });

  await user.click(screen.getByRole('button', { name: 'Save the date' }));

  expect((await screen.findByRole('alert')).textContent).toBe(sentence);
});

it('a client who is on nobody’s list here is not mistaken for one without a plan', async () => {
  person.show(<ClientScreen id="ben" />);

  expect(await screen.findByText('This client is not on your list')).toBeTruthy();
});

it('a newer version is asked for again, since the refusal carries no words', async () => {
  server.routes['PUT /api/v1/clients/maya/plans/safety/'] = { status: 409, body: { code: 'newer_version', detail: 'Newer.', plan: { version: 3 } } };
  person.show(<PlanStepScreen id="maya" kind="safety" step="alone" />);
  await user.type(await screen.findByLabelText('Words, line 1'), ' far');
  server.routes['GET /api/v1/clients/maya/plans/safety/'] = { body: plan(3, ['Chess']) };

  await user.click(screen.getByRole('button', { name: 'Save this step' }));

  expect(await screen.findByText('Chess')).toBeTruthy();
  expect(screen.getByText('Walk far')).toBeTruthy();
});
