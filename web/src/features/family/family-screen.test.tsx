import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';

import { tom } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { FamilyScreen } from './family-screen';

const notice = { version: '1', text: 'The statement of the regulation.' };
const rules = { version: 'rules-1', text: 'Before you read\n\nUse it to support them.', read: true };
const MARK = 'GET /api/v1/family/shared/mark/';
const PAGE = 'GET /api/v1/family/shared/';
const off = { notice, rules, sharing: 'off', words: 'Sharing is off right now.', shared: [] };
const NOTHING = Object.fromEntries(
  ['attendance', 'streak', 'sobriety_milestone', 'mood_trend', 'sleep_trend', 'skills_practised', 'goals_milestones', 'safety_contact_role', 'crisis_contact', 'message_of_thanks', 'craving_band', 'appointment_times'].map((key) => [key, null]),
);
const card = (client: string, name: string, parts: object) => ({ ...NOTHING, client, client_name: name, purpose: 'Support', until: '2027-02-01', notice, explanation: `${name} shares one word a week.`, ...parts });
const maya = card('m', 'Maya', { mood_trend: { from: '2026-11-16', to: '2026-11-22', band: 'harder' } });
const ben = card('b', 'Ben', { streak: { from: '2026-10-26', to: '2026-11-22', recent: 9, in_all: 21 } });
const on = (...shared: object[]) => ({ ...off, sharing: 'on', words: '', shared });

async function open(routes: FakeServer['routes']) {
  const server = fakeServer(routes);
  const { show } = await signedInAs(tom);
  return { server, ...show(<FamilyScreen />) };
}

it('Tom sees the server’s neutral sentence and the notice, and no word of anything that stopped', async () => {
  const { container } = await open({ [MARK]: { body: { mark: 'a' } }, [PAGE]: { body: off } });

  expect(await screen.findByText('Sharing is off right now.')).toBeTruthy();
  expect(screen.getByText(notice.text)).toBeTruthy();
  expect(container.textContent).not.toMatch(/stopp|revok|paus|ended|expired/i);
});

it('shows the band in words, the scope and the notice', async () => {
  await open({ [MARK]: { body: { mark: 'a' } }, [PAGE]: { body: on(maya) } });

  expect(await screen.findByText(/harder than the one before/)).toBeTruthy();
  expect(screen.getByText('Maya shares one word a week.')).toBeTruthy();
  expect(screen.getByText(notice.text)).toBeTruthy();
});

it('what the page is for is agreed to once, before anything of anybody shows', async () => {
  const page = { ...on(maya), rules: { ...rules, read: false } };
  const { server } = await open({ [MARK]: { body: { mark: 'a' } }, [PAGE]: { body: page }, 'POST /api/v1/family/shared/rules/': { body: {} } });

  expect(await screen.findByText('Use it to support them.')).toBeTruthy();
  expect(screen.queryByText(/harder than/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'I understand' }));

  expect(await screen.findByText(/harder than/)).toBeTruthy();
  expect(server.asked).toContain('POST /api/v1/family/shared/rules/');
});

it('of two who share only one is on the screen', async () => {
  await open({ [MARK]: { body: { mark: 'a' } }, [PAGE]: { body: on(maya, ben) } });
  expect(await screen.findByText(/harder than/)).toBeTruthy();
  expect(screen.queryByText(/Checked in on 9 days/)).toBeNull();

  fireEvent.click(screen.getByRole('radio', { name: 'Ben' }));

  expect(await screen.findByText(/Checked in on 9 days/)).toBeTruthy();
  expect(screen.queryByText(/harder than/)).toBeNull();
});

it('an open page turns neutral when its sign changes, and blank when there is no answer', async () => {
  const { server } = await open({ [MARK]: { body: { mark: 'a' } }, [PAGE]: { body: on(maya) } });
  await screen.findByText(/harder than/);

  server.routes = { [MARK]: { body: { mark: 'b' } }, [PAGE]: { body: off } };
  window.dispatchEvent(new Event('visibilitychange'));
  expect(await screen.findByText('Sharing is off right now.')).toBeTruthy();
  expect(screen.queryByText(/harder than/)).toBeNull();

  server.line = false;
  window.dispatchEvent(new Event('visibilitychange'));
  expect(await screen.findByText('No connection')).toBeTruthy();
  expect(screen.queryByText('Sharing is off right now.')).toBeNull();
});

it('a call that was asked for stands first, is said to be seen, and can be answered', async () => {
  const asked = card('m', 'Maya', { crisis_contact: { call: { id: 'c1', pressed_at: '2026-11-23T15:00:00Z', seen: false } } });
  const { server } = await open({
    [MARK]: { body: { mark: 'a' } },
    [PAGE]: { body: on(ben, asked) },
    'POST /api/v1/family/calls/c1/seen/': { body: {} },
    'POST /api/v1/family/calls/c1/answer/': { body: {} },
  });
  expect(await screen.findByRole('heading', { name: 'Maya asks you to call' })).toBeTruthy();
  await waitFor(() => expect(server.asked).toContain('POST /api/v1/family/calls/c1/seen/'));

  fireEvent.click(screen.getByRole('button', { name: 'I am calling' }));

  expect(await screen.findByText('Thank you. They can see that you are calling.')).toBeTruthy();
});
