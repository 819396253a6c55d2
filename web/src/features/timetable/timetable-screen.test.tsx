import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import { readRows } from '../../offline/database';
import { maya } from '../../testing/cast';
import { signedInAs, type SignedIn } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { TimetableScreen } from './timetable-screen';

const HOUR = 60 * 60_000;
const WORD = 'PUT /api/v1/sessions/s1/cannot-come/';
const user = userEvent.setup();
let server: FakeServer;
let person: SignedIn;

/** A group that begins in a minute, so that it lies in this week whenever the test runs. */
const group = (fields: object = {}): object => ({
  id: 's1', kind: 'group', title: 'Morning group', topic: '', place: 'Room 2', telehealth_url: '', cancelled: false, skill: null, clinicians: [], attendance: '', cannot_come: null,
  starts_at: new Date(Date.now() + 60_000).toISOString(), ends_at: new Date(Date.now() + HOUR).toISOString(), ...fields,
});

beforeEach(async () => {
  server = fakeServer({
    'GET /api/v1/sessions/': { body: { results: [group()], next: null } },
    'GET /api/v1/calendar/': { body: { active: false, made_at: null, shows_place: false } },
    [WORD]: { body: { reason: 'ill', said_at: '2026-11-23T10:00:00Z' } },
  });
  person = await signedInAs(maya);
});

describe('my sessions', () => {
  it('take a reason before they tell the care team, and show that they did', async () => {
    person.show(<TimetableScreen />);
    await user.click(await screen.findByRole('button', { name: /can’t make it/ }));

    await user.click(screen.getByRole('button', { name: 'Tell my care team' }));
    expect(screen.getByRole('alert').textContent).toMatch(/pick a reason/);
    server.routes['GET /api/v1/sessions/'] = { body: { results: [group({ cannot_come: 'ill' })], next: null } };
    await user.click(screen.getByRole('radio', { name: 'I am sick' }));
    await user.click(screen.getByRole('button', { name: 'Tell my care team' }));

    expect(await screen.findByText('Your care team can see that you can’t make it.')).toBeTruthy();
    expect(server.bodies[server.asked.indexOf(WORD)]).toEqual({ reason: 'ill' });
  });

  it('name the number to call when there is no line', async () => {
    person.show(<TimetableScreen />);
    await user.click(await screen.findByRole('button', { name: /can’t make it/ }));
    await user.click(screen.getByRole('radio', { name: 'I am sick' }));
    server.line = false;
    await user.click(screen.getByRole('button', { name: 'Tell my care team' }));

    expect(await screen.findByRole('link', { name: /^Call 508-555-0110/ })).toBeTruthy();
  });

  it('cannot be called off once they are over, and say kindly what was', async () => {
    const ends = new Date(Date.now() - 1000);
    const over = group({ attendance: 'absent', starts_at: ends.toISOString(), ends_at: ends.toISOString() });
    server.routes['GET /api/v1/sessions/'] = { body: { results: [over], next: null } };
    person.show(<TimetableScreen />);

    expect(await screen.findByText('You missed this one')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /can’t make it/ })).toBeNull();
  });

  it('of this week are kept sealed, and are there with no line', async () => {
    const { unmount } = person.show(<TimetableScreen />);
    await screen.findByText('Morning group');
    await waitFor(async () => expect(await readRows('kept')).not.toEqual([]));
    unmount();
    server.line = false;
    const later = await signedInAs(maya);
    later.show(<TimetableScreen />);

    expect(await screen.findByText('Morning group')).toBeTruthy();
    expect(await screen.findByText(/This is what we knew last/)).toBeTruthy();
    expect(JSON.stringify(await readRows('kept'))).not.toContain('Morning group');
  });

  it('ask for the week that is shown, from Monday to Sunday', async () => {
    person.show(<TimetableScreen />);
    await screen.findByText('Morning group');
    await user.click(screen.getByRole('button', { name: 'Next week' }));
    await waitFor(() => expect(server.asked.filter((one) => one === 'GET /api/v1/sessions/')).toHaveLength(2));

  });
});

describe('a calendar link', () => {
  it('is shown once, after it was made', async () => {
    server.routes['POST /api/v1/calendar/'] = { status: 201, body: { active: true, made_at: '2026-11-23T10:00:00Z', shows_place: false, address: 'https://foothold.example/api/v1/calendar/secret.ics' } };
    person.show(<TimetableScreen />);
    await user.click(await screen.findByRole('button', { name: 'Make my calendar link' }));

    expect((await screen.findByLabelText('Your calendar link')).textContent).toContain('secret.ics');
    expect(screen.getByRole('link', { name: 'Add to my calendar' }).getAttribute('href')).toMatch(/^webcal:/);
  });
});
