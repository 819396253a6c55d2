import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Skill } from '../../api/types';
import { openWith } from '../../offline/practised';
import { maya } from '../../testing/cast';
import { signedInAs, type SignedIn } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { PlayerScreen } from './player-screen';

const skill: Skill = {
  slug: 'walk',
  language: 'en',
  version: 'v1',
  title: 'Take a walk',
  kind: 'cbt',
  module: '',
  minutes: 5,
  reading_level: 5,
  needs: ['craving'],
  summary: 'Go outside.',
  cautions: [],
  assigned_only: false,
  rating: 'urge',
  steps: [
    { key: 'one', title: 'Shoes', text: 'Put them on.', fields: [{ key: 'where', type: 'text', label: 'Where to?', sensitive: true, optional: true }] },
    { key: 'two', title: 'Walk', text: 'Go.', fields: [] },
  ],
};
const assignment = { id: '6f1f7a7e-0000-4000-8000-0000000000a1', state: 'open', skill: { slug: 'walk', title: 'Take a walk', minutes: 5 } };

let server: FakeServer;
let person: SignedIn;
let stop: () => void;
const user = userEvent.setup();
const press = async (name: string): Promise<void> => user.click(await screen.findByRole('button', { name }));

beforeEach(async () => {
  window.scrollTo = () => undefined;
  server = fakeServer({
    'GET /api/v1/skills/walk/': { body: skill },
    'GET /api/v1/assignments/': { body: { results: [assignment], next: null } },
    'GET /api/v1/me/': { body: maya },
    'POST /api/v1/practices/': (body) => ({ status: 201, body: { ...(body as object), id: 'row' } }),
    'POST /api/v1/practices/row/share/': {},
  });
  person = await signedInAs(maya);
  stop = person.device.outbox.start();
});

afterEach(() => stop());

async function toTheEnd(): Promise<void> {
  await press('Start');
  await writeWhereTo();
  await press('Next');
  await press('Next');
}

async function writeWhereTo(): Promise<void> {
  // A new step takes the focus to its heading first.
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Shoes'));
  await user.type(await screen.findByLabelText('Where to?'), 'The river');
}

describe('the player', () => {
  it('carries the need, the level and the assignment, and shares when asked to', async () => {
    await openWith(person.device.vault, 'walk', { need: 'craving', before: 9 });
    person.show(<PlayerScreen slug="walk" />);

    await screen.findByText('You said 9 of 10.');
    await toTheEnd();
    await user.click(await screen.findByRole('radio', { name: '4' }));
    await user.click(await screen.findByRole('switch'));
    await press('Save practice');

    await waitFor(() => expect(server.asked).toContain('POST /api/v1/practices/row/share/'));
    const sent = server.bodies[server.asked.indexOf('POST /api/v1/practices/')];
    expect(sent).toMatchObject({ need: 'craving', before: 9, after: 4, assignment: assignment.id, answers: { 'one.where': 'The river' } });
  });

  it('shares nothing by itself', async () => {
    person.show(<PlayerScreen slug="walk" />);

    await screen.findByText('Take a walk');
    await toTheEnd();
    await press('Save practice');

    await screen.findByText('Received');
    expect(server.asked.filter((one) => one.includes('share'))).toEqual([]);
  });

  it('offers a half-done one again, with its answers, and forgets them on a new start', async () => {
    const { unmount } = person.show(<PlayerScreen slug="walk" />);
    await press('Start');
    await writeWhereTo();
    unmount();

    const second = person.show(<PlayerScreen slug="walk" />);
    await press('Go on from where I was');
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Where to?')).value).toBe('The river');
    second.unmount();

    person.show(<PlayerScreen slug="walk" />);
    await press('Start again');
    await press('Start');
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Where to?')).value).toBe('');
  });

  it('asks for the rating until one was given on the way here', async () => {
    person.show(<PlayerScreen slug="walk" />);

    await user.click(await screen.findByRole('radio', { name: '2' }));
    await user.click(await screen.findByRole('radio', { name: '6' }));

    expect(screen.getByRole<HTMLInputElement>('radio', { name: '6' }).checked).toBe(true);
  });
});
