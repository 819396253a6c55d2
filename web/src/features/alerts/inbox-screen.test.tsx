import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';

import { okafor } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { InboxScreen } from './inbox-screen';

const open = {
  id: 'one',
  client: { id: 'maya', name: 'Maya Rivera' },
  tier: 'high',
  state: 'open',
  raised_at: '2026-11-23T10:00:00Z',
  due_at: '2026-11-23T11:00:00Z',
  due_by: '2026-11-23T11:00:00Z',
  family: 'signs',
  owner: null,
  undo_until: null,
  overdue: false,
  late: false,
  check_in_on: '2026-11-23',
  rule_version: 'absolute-1',
  reasons: [{ code: 'craving', tier: 'high', sentence: 'Craving was 9 of 10.', value: '9', usual: '3' }],
  acknowledged_at: null,
  acknowledged_by: null,
  resolved_at: null,
  resolved_by: null,
  action: '',
  outcome: '',
  note: '',
  contacted_at: null,
  useful: null,
  useless_because: '',
  told: [],
  story: [],
  why: 'Craving was 9 of 10.',
  glance: null,
};

let server: FakeServer;
const user = userEvent.setup();

beforeEach(async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
  server = fakeServer({
    'GET /api/v1/alerts/': { body: { results: [open], next: null } },
    'GET /api/v1/alerts/changes/': { body: { cursor: 'c1', reload: false, alerts: [] } },
    'GET /api/v1/me/digest/': { body: { minute: 510, weekdays: [0] } },
    'POST /api/v1/alerts/one/acknowledge/': { body: { ...open, state: 'acknowledged', undo_until: new Date(Date.now() + 60_000).toISOString() } },
  });
  const { show } = await signedInAs(okafor);
  show(<InboxScreen />);
  await screen.findByText('Maya Rivera');
});

it('j chooses and a acknowledges, without the mouse', async () => {
  await user.keyboard('j');
  expect(await screen.findByRole('button', { name: 'Acknowledge' })).toBeTruthy();

  await user.keyboard('a');

  await waitFor(() => expect(server.asked).toContain('POST /api/v1/alerts/one/acknowledge/'));
});

it('says who was quicker when someone else has it', async () => {
  server.routes['POST /api/v1/alerts/one/acknowledge/'] = {
    status: 409,
    body: { code: 'already_acknowledged', detail: 'Already.', by: { name: 'Nadia Haddad' } },
  };
  await user.keyboard('j');

  await user.click(await screen.findByRole('button', { name: 'Acknowledge' }));

  expect(await screen.findByText('Nadia Haddad already acknowledged this.')).toBeTruthy();
});

it('cannot be resolved before someone has it', async () => {
  await user.keyboard('jr');

  expect(await screen.findByText('Acknowledge it first.')).toBeTruthy();
});

it('u takes an acknowledgement back while there is time', async () => {
  server.routes['POST /api/v1/alerts/one/undo/'] = { body: open };
  await user.keyboard('ja');
  expect(await screen.findByRole('button', { name: 'Undo' })).toBeTruthy();

  await user.keyboard('u');

  await waitFor(() => expect(server.asked).toContain('POST /api/v1/alerts/one/undo/'));
});

it('u works as soon as the words stand there', async () => {
  server.routes['POST /api/v1/alerts/one/undo/'] = { body: open };
  const drawn = new MutationObserver(() => {
    if (!document.body.textContent.includes('You have the alert')) return;
    drawn.disconnect();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'u' }));
  });
  drawn.observe(document.body, { childList: true, subtree: true });

  await user.keyboard('ja');

  await waitFor(() => expect(server.asked).toContain('POST /api/v1/alerts/one/undo/'));
});

it('tells plainly when a colleague takes the alert in front of me', async () => {
  await user.keyboard('j');
  server.routes['GET /api/v1/alerts/changes/'] = {
    body: { cursor: 'c2', reload: false, alerts: [{ ...open, state: 'acknowledged', acknowledged_by: { id: 'nadia', name: 'Nadia Haddad' } }] },
  };

  window.dispatchEvent(new Event('visibilitychange'));
  document.dispatchEvent(new Event('visibilitychange'));

  expect(await screen.findByText('Nadia Haddad has just acknowledged the alert about Maya Rivera.')).toBeTruthy();
  expect(await screen.findByText('Nobody needs an answer right now.')).toBeTruthy();
});
