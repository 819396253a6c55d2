import { screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { okafor } from '../../testing/cast';
import { signedInAs, type SignedIn } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { CheckInsTab } from './check-ins-tab';

const AT = '/api/v1/clients/maya';
const list = (results: unknown[] = []) => ({ body: { results, next: null } });
const item = (name: string, label: string, ended: string | null = null) => ({
  id: `${name}-1`, item: name, version: 1, place: 1, label, why: '', kind: 'emotion', scale: '0-10', toward: '', set_at: '2026-11-01T10:00:00Z', ended_at: ended,
});
const urge = {
  id: 'u', entry: 'u', version: 3, on: '2026-11-20', timezone: 'America/New_York', recorded_at: '2026-11-20T15:00:00Z', received_at: '2026-11-22T15:00:00Z',
  late: true, clock_suspect: true, toward: 'self_harm', intensity: 7, after: 3, acted: false, triggers: ['stress', 'other'], trigger_words: 'a call', place: 'home', did: ['skill'], did_words: '',
};
const lapse = (words: object) => ({
  id: 'l', entry: 'l', version: 1, on: '2026-11-19', timezone: 'America/New_York', recorded_at: '2026-11-19T15:00:00Z', received_at: '2026-11-19T15:00:00Z', late: false,
  clock_suspect: false, part_of_day: 'evening', what: 'three beers', led_to: 'A fight', learned: '', needs: ['call_me'], need_words: '', mistaken: false, ...words,
});

let server: FakeServer;
let person: SignedIn;
const user = userEvent.setup();

beforeEach(async () => {
  server = fakeServer({
    [`GET ${AT}/check-ins/`]: list(),
    [`GET ${AT}/daily-goals/`]: list(),
    [`GET ${AT}/urges/`]: list([urge]),
    [`GET ${AT}/lapses/`]: list([lapse({})]),
    [`GET ${AT}/personal-items/`]: list([item('lonely', 'Feeling lonely'), item('old', 'Walking', '2026-11-10T10:00:00Z')]),
  });
  person = await signedInAs(okafor);
});

const show = (): void => void person.show(<CheckInsTab client="maya" />);
const press = async (name: string | RegExp): Promise<void> => user.click(await screen.findByRole('button', { name }));

describe('urges and lapses', () => {
  it('are told in full, with what is to be known of how they came', async () => {
    show();

    expect(await screen.findByRole('heading', { name: '7 of 10, later 3' })).toBeTruthy();
    expect(screen.getByText('Hurt oneself · At home · Did not act on it')).toBeTruthy();
    expect(screen.getByText('Set off by: Stress, Something else, a call')).toBeTruthy();
    for (const mark of ['Added to 2 times', 'Sent on a later day', 'Phone’s clock may be wrong']) expect(screen.getByText(mark)).toBeTruthy();
    expect(await screen.findByText('three beers')).toBeTruthy();
    expect(screen.getByText(/Please call me/)).toBeTruthy();
  });

  it('taken back shows no words', async () => {
    server.routes[`GET ${AT}/lapses/`] = list([lapse({ mistaken: true, version: 2 })]);
    show();

    expect(await screen.findByText('Taken back by the client: a mistake.')).toBeTruthy();
    expect(screen.queryByText('three beers')).toBeNull();
  });
});

describe('personal items', () => {
  it('one is added, an urge toward something', async () => {
    server.routes[`POST ${AT}/personal-items/`] = { status: 201, body: item('new', 'x') };
    show();
    await press('Add an item');
    await press('Add item');
    expect(screen.getByText('Please fill this in.')).toBeTruthy();

    await user.type(screen.getByLabelText('What to ask about'), ' Buying wine ');
    await press('Add item');

    await waitFor(() => expect(server.bodies).toContainEqual({ label: 'Buying wine', kind: 'urge', scale: '0-10', toward: 'use', why: '' }));
    expect(await screen.findByRole('button', { name: 'Add an item' })).toBeTruthy();
  });

  it('only an urge is toward something', async () => {
    server.routes[`POST ${AT}/personal-items/`] = { status: 201, body: item('new', 'x') };
    show();
    await press('Add an item');
    await user.type(screen.getByLabelText('What to ask about'), 'Hope');

    await user.click(screen.getByRole('radio', { name: 'Emotion' }));
    expect(screen.queryByRole('radio', { name: 'Drink or use' })).toBeNull();
    await press('Add item');

    await waitFor(() => expect(server.bodies).toContainEqual({ label: 'Hope', kind: 'emotion', scale: '0-10', toward: '', why: '' }));
  });

  it('other words make a new version; the kind stays', async () => {
    server.routes[`PUT ${AT}/personal-items/lonely/`] = { body: item('lonely', 'Feeling alone') };
    show();
    await press('Change item: Feeling lonely');
    expect(screen.getByText(/^Kind: Emotion\./)).toBeTruthy();
    const label = screen.getByLabelText('What to ask about');
    await user.clear(label);
    await user.type(label, 'Feeling alone');

    await press('Save as new version');

    await waitFor(() => expect(server.bodies).toContainEqual({ label: 'Feeling alone', scale: '0-10', toward: '', why: '' }));
  });

  it('a refusal is said in the server’s words', async () => {
    const detail = 'This client is asked about this already.';
    server.routes[`POST ${AT}/personal-items/`] = { status: 409, body: { code: 'already_asked', detail } };
    show();
    await press('Add an item');
    await user.type(screen.getByLabelText('What to ask about'), 'Feeling lonely');

    await press('Add item');

    expect((await screen.findByRole('alert')).textContent).toBe(detail);
  });

  it('five are enough, and those that ended do not count', async () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map((name) => item(name, `Item ${name}`));
    server.routes[`GET ${AT}/personal-items/`] = list([...five, item('old', 'Walking', '2026-11-10T10:00:00Z')]);
    show();

    expect(await screen.findByText(/room for five items/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add an item' })).toBeNull();
    expect(screen.queryByText('Walking')).toBeNull();
  });

  it('is ended after a question', async () => {
    HTMLDialogElement.prototype.showModal = vi.fn(function showModal(this: HTMLDialogElement) {
      this.open = true;
    });
    HTMLDialogElement.prototype.close = vi.fn();
    server.routes[`DELETE ${AT}/personal-items/lonely/`] = { body: item('lonely', 'Feeling lonely', '2026-11-23T10:00:00Z') };
    show();

    await press('End item: Feeling lonely');
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Yes, end it' }));

    await waitFor(() => expect(server.asked).toContain(`DELETE ${AT}/personal-items/lonely/`));
  });
});
