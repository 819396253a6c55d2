import { screen, waitFor } from '@testing-library/preact';
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
    'GET /api/v1/alerts/': list([{ client: { id: 'maya', name: 'Maya Rivera' } }]),
    'GET /api/v1/clients/maya/diary-targets/': list(),
    'GET /api/v1/clients/maya/plans/safety/': { body: plan(2, ['Walk']) },
    'POST /api/v1/clients/maya/plans/safety/sign/': { body: { ...plan(2, ['Walk']), state: 'signed', clinician_signed_at: '2026-11-23T10:00:00Z', clinician: { name: 'Dr. Okafor' } } },
  });
  person = await signedInAs(okafor);
});

it('a plan is signed as the version on the screen, and the private step stays unseen', async () => {
  person.show(<ClientScreen id="maya" />);

  expect(await screen.findByRole('heading', { name: 'Maya Rivera' })).toBeTruthy();
  expect(await screen.findByText('Kept private by the client.')).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Sign as clinician' }));

  await waitFor(() => expect(server.bodies).toContainEqual({ version: 2 }));
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
