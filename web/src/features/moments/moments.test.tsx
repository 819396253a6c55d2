import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { tellLapse } from '../../offline/moments';
import { maya } from '../../testing/cast';
import { signedInAs, type SignedIn } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { LapseScreen } from './lapse-screen';
import { LoggedScreen } from './logged-screen';
import { UrgeScreen } from './urge-screen';

type Sent = Record<string, unknown>;
const list = (results: unknown[] = []) => ({ body: { results, next: null } });
const urge = {
  id: 'u1', entry: 'entry-1', version: 2, on: '2026-11-20', timezone: 'America/New_York', recorded_at: '2026-11-20T15:00:00Z',
  received_at: '2026-11-20T15:00:00Z', late: false, clock_suspect: true, toward: 'use', intensity: 6, after: null, acted: null,
  triggers: ['stress'], trigger_words: '', place: '', did: [], did_words: '',
};
const lapse = {
  id: 'l1', entry: 'entry-2', version: 1, on: '2026-11-19', timezone: 'America/New_York', recorded_at: '2026-11-19T15:00:00Z',
  received_at: '2026-11-19T15:00:00Z', late: false, clock_suspect: false, part_of_day: '', what: 'two beers', led_to: '', learned: '',
  needs: [], need_words: '', mistaken: false,
};

let server: FakeServer;
let person: SignedIn;
let stop: () => void;
const user = userEvent.setup();

beforeEach(async () => {
  window.scrollTo = () => undefined;
  server = fakeServer({
    'GET /api/v1/me/': { body: maya },
    'GET /api/v1/urges/': list([urge]),
    'GET /api/v1/lapses/': list([lapse]),
    'GET /api/v1/lapses/who-sees/': { body: { title: 'Who will see this', sentences: ['Your care team can read this.'], told_at_once: [], may_read: [] } },
    'GET /api/v1/days-well/': { body: { total: 41, run: 0, since: '2026-10-01' } },
  });
  person = await signedInAs(maya);
  stop = person.device.outbox.start();
});

afterEach(() => stop());

const press = async (name: string | RegExp): Promise<void> => user.click(await screen.findByRole('button', { name }));
const pick = async (name: string): Promise<void> => user.click(await screen.findByRole('radio', { name }));
const unsent = (): Sent[] => person.device.outbox.snapshot().work.map(({ path, body }) => ({ path, ...body }));

describe('an urge', () => {
  it('is logged with one tap on the screen, with no line, and help is on offer', async () => {
    server.line = false;
    person.show(<UrgeScreen />);

    await pick('6');

    expect(await screen.findByText('Saved on this phone')).toBeTruthy();
    expect(screen.getByRole('link', { name: /Ride it out with a skill/ }).getAttribute('href')).toBe('/help-now');
    expect(screen.queryByText(/This one is strong/)).toBeNull();
    expect(unsent()).toMatchObject([{ intensity: 6 }]);
  });

  it('that is strong puts people first', async () => {
    server.line = false;
    person.show(<UrgeScreen />);

    await pick('8');

    expect(await screen.findByRole('link', { name: /Call 988/ })).toBeTruthy();
  });

  it('what is added later goes to the same entry', async () => {
    server.line = false;
    person.show(<UrgeScreen />);
    await pick('6');
    await press('Say more, if you like');

    await user.click(screen.getByRole('checkbox', { name: 'Stress' }));
    await press('Save this too');

    await waitFor(() => expect(unsent()).toHaveLength(2));
    const [first, second] = unsent();
    expect(second).toMatchObject({ path: first?.['path'], intensity: 6, triggers: ['stress'] });
  });
});

describe('a lapse', () => {
  it('says who will see it before it is sent, and keeps the days well', async () => {
    server.routes['PUT /api/v1/lapses/entry/'] = { status: 201 };
    person.show(<LapseScreen />);
    expect(await screen.findByText('Your care team can read this.')).toBeTruthy();
    expect(screen.getByText(/the same amount can be too much/)).toBeTruthy();

    await press('Tell my care team');

    expect(await screen.findByRole('heading', { name: 'Thank you for telling us' })).toBeTruthy();
    expect(await screen.findByText(/41 days in all · 0 days in a row now/)).toBeTruthy();
    expect(screen.getByRole('link', { name: /short exercise/ }).getAttribute('href')).toBe('/skills/lapse-review');
  });

  it('needs a day that can be told of', async () => {
    person.show(<LapseScreen />);
    await pick('Another day');
    const day = screen.getByLabelText('The day it happened');
    await user.clear(day);
    await user.type(day, '2020-01-01');

    await press('Tell my care team');

    expect((await screen.findByRole('alert')).textContent).toBe('Please pick a day within the last 30 days.');
    expect(unsent()).toEqual([]);
  });

  it('that was refused comes back with its words, and is told as the same one', async () => {
    server.routes['PUT /api/v1/lapses/entry-9/'] = { status: 400, body: { code: 'invalid', detail: 'No.', fields: { on: ['Choose a day of the last 30 days.'] } } };
    await tellLapse(person.device.outbox, 'entry-9', { on: '2026-11-01', what: 'one drink' });
    await waitFor(() => expect(person.device.outbox.snapshot().work[0]?.state).toBe('refused'));
    person.show(<LapseScreen />);
    expect(await screen.findByText('Choose a day of the last 30 days.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('What was it?').value).toBe('one drink');
    server.routes['PUT /api/v1/lapses/entry-9/'] = { status: 201, body: { entry: 'entry-9' } };

    await pick('Today');
    await press('Tell my care team');

    await waitFor(() => expect(unsent()).toEqual([]));
    expect(server.asked.filter((one) => one === 'PUT /api/v1/lapses/entry-9/')).toHaveLength(2);
  });

  it('told by a slip of the thumb is taken back', async () => {
    server.line = false;
    person.show(<LapseScreen />);
    await press('Tell my care team');

    await press('This was a mistake. Take it back.');

    expect(await screen.findByRole('heading', { name: /^Taken back/ })).toBeTruthy();
    expect(unsent().at(-1)).toMatchObject({ mistaken: true });
  });
});

describe('what was logged', () => {
  it('shows both kinds, says that a clock was wrong, and lets each be added to', async () => {
    person.show(<LoggedScreen />);
    expect(await screen.findByText('two beers')).toBeTruthy();
    expect(screen.getByText(/may show the wrong time/)).toBeTruthy();
    server.line = false;

    const [, addToLapse] = await screen.findAllByRole('button', { name: /^Add to it/ });
    if (addToLapse) await user.click(addToLapse);
    await user.type(await screen.findByLabelText('What did you learn?'), 'Call first');
    await press('Tell my care team');

    await waitFor(() => expect(unsent()).toMatchObject([{ path: '/api/v1/lapses/entry-2/', on: '2026-11-19', base_version: 1, what: 'two beers', learned: 'Call first' }]));
    expect(await screen.findByRole('heading', { name: 'Not sent yet' })).toBeTruthy();
  });
});
