import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import { readRows } from '../../offline/database';
import { maya } from '../../testing/cast';
import { signedInAs, type SignedIn } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { SafetyScreen } from './plan-screen';
import { SafetyStepScreen } from './step-screen';

const plan = {
  id: 'p2',
  kind: 'safety',
  version: 2,
  state: 'draft',
  written_at: '2026-11-20T10:00:00Z',
  written_by: { name: 'Maya Rivera' },
  client_signed_at: null,
  clinician_signed_at: null,
  clinician: null,
  review_on: '2099-02-18',
  needs_review: true,
  share_safer: false,
  steps: { warning_signs: ['I stop answering'], alone: ['Walk'], places_people: [], ask_help: [{ name: 'Sam', phone: '508-555-0142' }], professionals: [], safer: [] },
};

let server: FakeServer;
let person: SignedIn;
const user = userEvent.setup();

beforeEach(async () => {
  server = fakeServer({
    'GET /api/v1/plans/safety/': { body: plan },
    'GET /api/v1/support-people/': { body: { results: [], next: null } },
    'POST /api/v1/plans/safety/sign/': { body: { ...plan, client_signed_at: '2026-11-23T10:00:00Z' } },
  });
  person = await signedInAs(maya);
});

describe('the safety plan', () => {
  it('calls people with one tap, and the crisis lines come last in their step', async () => {
    person.show(<SafetyScreen />);

    const calls = (await screen.findAllByRole('link', { name: /^Call / })).map((link) => link.getAttribute('href'));

    expect(calls[0]).toBe('tel:5085550142');
    expect(calls.slice(-2)).toEqual(['tel:988', 'tel:911']);
  });

  it('is signed as the version on the screen', async () => {
    person.show(<SafetyScreen />);

    await user.click(await screen.findByRole('button', { name: 'Sign my plan' }));

    await waitFor(() => expect(server.bodies).toContainEqual({ version: 2 }));
  });

  it('is not on the device unless the client asks, and then works with no line', async () => {
    const { unmount } = person.show(<SafetyScreen />);
    const keep = await screen.findByRole('switch', { name: 'Keep a copy on this phone' });
    expect(await readRows('kept')).toEqual([]);

    await user.click(keep);
    await waitFor(async () => expect(await readRows('kept')).toHaveLength(1));
    unmount();
    server.line = false;
    const later = await signedInAs(maya);
    later.show(<SafetyScreen />);

    expect(await screen.findByText('I stop answering')).toBeTruthy();
    expect(await screen.findByText(/This is the copy kept on this phone/)).toBeTruthy();
    expect(JSON.stringify(await readRows('kept'))).not.toContain('stop answering');
  });
});

describe('a step', () => {
  it('changed somewhere else meanwhile shows both versions, and the person chooses', async () => {
    const newer = { ...plan, version: 3, steps: { ...plan.steps, warning_signs: ['I stay in bed'], alone: ['Chess'] } };
    let tries = 0;
    server.routes['PUT /api/v1/plans/safety/'] = (body) =>
      (tries += 1) === 1 ? { status: 409, body: { code: 'newer_version', detail: 'Newer.', plan: newer } } : { status: 201, body: { ...newer, version: 4, ...(body as object) } };
    person.show(<SafetyStepScreen step="alone" />);
    await user.type(await screen.findByLabelText('Words, line 1'), ' far');

    await user.click(screen.getByRole('button', { name: 'Save this step' }));

    expect(await screen.findByText('Walk far')).toBeTruthy();
    expect(screen.getByText('Chess')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Use what I wrote' }));
    // My words for this step, the newer words for every other.
    await waitFor(() => expect(server.bodies).toContainEqual(expect.objectContaining({ base_version: 3, steps: expect.objectContaining({ alone: ['Walk far'], warning_signs: ['I stay in bed'] }) as unknown })));
  });

  it('with no line keeps the words on the screen', async () => {
    person.show(<SafetyStepScreen step="alone" />);
    await user.type(await screen.findByLabelText('Words, line 1'), ' far');
    server.line = false;

    await user.click(screen.getByRole('button', { name: 'Save this step' }));

    expect((await screen.findByRole('alert')).textContent).toMatch(/Not saved yet/);
    expect(screen.getByLabelText<HTMLTextAreaElement>('Words, line 1').value).toBe('Walk far');
  });
});
