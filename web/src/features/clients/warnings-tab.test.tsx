import { screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';

import { okafor } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { WarningsTab } from './warnings-tab';

const AT = '/api/v1/clients/maya';
const person = (name: string) => ({ id: name, name });
const alert = (changes: object = {}) => ({
  id: 'a', client: person('maya'), tier: 'medium', family: 'score', state: 'open', raised_at: '2026-11-20T10:00:00Z', owner: null, resolved_at: null, resolved_by: null, outcome: '', useful: null,
  why: 'Craving was 8 of 10, usually 2 to 4 (30 days). Worth a check-in.', reasons: [{ code: 'score_craving', sentence: 'Craving was 8 of 10.' }], ...changes,
}); // prettier-ignore
const evidence = {
  id: 's', family: 'score', on: '2026-11-20', points: 3250, tier: 'medium', rise: false,
  explanation: {
    sentence: 'Craving was 8 of 10, usually 2 to 4 (30 days). Worth a check-in.',
    parts: [
      { kind: 'craving', points: 3500, sentence: 'Craving was 8 of 10, usually 2 to 4 (30 days).', value: '8 of 10', usual: 'usually 2 to 4' },
      { kind: 'missing', points: -250, sentence: 'No check-in on 0 of the last 7 days, usually on 1 of 7.', value: '', usual: '' },
    ],
    days_seen: 30, days_missed: 5, learning: false, version: 'score-1', limits: { high: 4000, medium: 3100, watch: 2200 }, is_own_limit: true, usual_from: '2026-10-03', usual_until: '2026-11-13',
  },
}; // prettier-ignore
const numbers = { craving_at_once: 8, craving_repeated: 7, short_sleep_hours: 4, repeated_days: 2, repeated_within: 3, gap_days_if_regular: 3, gap_days_if_irregular: 7 };
const set = { id: 't', craving_at_once: 8, craving_repeated: null, short_sleep_hours: null, repeated_days: null, gap_days_if_regular: null, gap_days_if_irregular: null, reason: 'As agreed in session', set_at: '2026-11-01T10:00:00Z', set_by: person('Dr. Okafor') };

let server: FakeServer;
const user = userEvent.setup();
const press = async (name: string): Promise<void> => user.click(await screen.findByRole('button', { name }));

beforeEach(async () => {
  server = fakeServer({
    'GET /api/v1/alerts/': { body: { results: [alert()], next: null } },
    'GET /api/v1/alerts/a/evidence/': { body: { results: [evidence] } },
    [`GET ${AT}/thresholds/`]: { body: { in_force: numbers, set } },
    [`GET ${AT}/thresholds/history/`]: { body: { results: [set], next: null } },
    [`GET ${AT}/good-periods/`]: { body: { results: [], next: null } },
    [`GET ${AT}/use-history/`]: { body: { told: null } },
  });
  const { show } = await signedInAs(okafor);
  show(<WarningsTab client="maya" />);
});

it('what is open is shown, and every point adds up', async () => {
  const open = within(await screen.findByRole('region', { name: 'Open now' }));
  // The same answer stands for both states that are asked for.
  await waitFor(() => expect(open.getAllByRole('heading', { level: 3 })).toHaveLength(2));

  for (const summary of open.getAllByText('What it rests on').slice(0, 1)) await user.click(summary);

  const table = within(await screen.findByRole('table'));
  expect(table.getAllByRole('row').map((row) => row.textContent)).toEqual([
    'EvidencePoints',
    'Craving was 8 of 10, usually 2 to 4 (30 days).+3.50',
    'No check-in on 0 of the last 7 days, usually on 1 of 7.−0.25',
    'All together+3.25',
  ]);
  expect(screen.getByText('High from 4.00 points, medium from 3.10, to watch from 2.20.')).toBeTruthy();
});

it('what was resolved is asked for only when it is wanted', async () => {
  await screen.findByText('Craving of 8 or more, at once');
  const before = server.asked.filter((one) => one === 'GET /api/v1/alerts/').length;
  server.routes['GET /api/v1/alerts/'] = { body: { results: [alert({ id: 'old', resolved_at: '2026-11-21T10:00:00Z', resolved_by: person('Nadia'), state: 'resolved', outcome: 'safe', useful: true })], next: null } };

  await press('Look for earlier ones');

  expect(await screen.findByText(/Nadia resolved this on November 21, 2026 · Safe · Was worth it/)).toBeTruthy();
  expect(before).toBe(2);
});

it('limits say which are this client’s own, and are set with a reason', async () => {
  const limits = within(await screen.findByRole('region', { name: 'Limits of the fixed rules' }));
  expect((await limits.findByText('Craving of 8 or more, at once')).parentElement?.textContent).toContain('Set for this client');
  expect(limits.getByText('Craving of 7 or more on 2 of 3 days').parentElement?.textContent).not.toContain('Set for this client');
  server.routes[`POST ${AT}/thresholds/`] = { status: 201, body: set };

  await press('Change the limits');
  await user.clear(limits.getByLabelText('Craving that counts at once'));
  await user.type(limits.getByLabelText('Short sleep, under this many hours'), '13');
  await press('Save the limits');
  expect(limits.getByText('Give a number from 0 to 12.')).toBeTruthy();
  expect(limits.getByText('Please say why.')).toBeTruthy();
  await user.clear(limits.getByLabelText('Short sleep, under this many hours'));
  await user.type(limits.getByLabelText('Short sleep, under this many hours'), '4.5');
  await user.type(limits.getByLabelText('Why'), ' Sleeps little by habit ');
  await press('Save the limits');

  await waitFor(() =>
    expect(server.bodies).toContainEqual({
      craving_at_once: null, craving_repeated: null, short_sleep_hours: '4.5', repeated_days: null, gap_days_if_regular: null, gap_days_if_irregular: null, reason: 'Sleeps little by habit',
    }), // prettier-ignore
  );
});

it('a good period that the server refuses is refused in its words, and what was typed stays', async () => {
  server.routes[`POST ${AT}/good-periods/`] = { status: 400, body: { code: 'not_a_period', detail: 'Choose 14 to 90 days that are over.' } };
  await press('Choose a good period');
  await user.type(screen.getByLabelText('First day'), '2026-10-01');
  await user.type(screen.getByLabelText('Last day'), '2026-10-05');
  await user.type(screen.getByLabelText('Why these days'), 'Went well');
  await press('Use these days');

  expect((await screen.findByRole('alert')).textContent).toBe('Choose 14 to 90 days that are over.');
  expect(screen.getByLabelText<HTMLInputElement>('Why these days').value).toBe('Went well');
});

it('what is not known of earlier use is left out', async () => {
  server.routes[`POST ${AT}/use-history/`] = { status: 201, body: {} };
  await press('Note what was told');
  await user.type(screen.getByLabelText('Episodes of use in the last year'), '12');
  await user.click(screen.getByRole('radio', { name: 'Not to use' }));
  await press('Save');

  await waitFor(() => expect(server.bodies).toContainEqual({ last_use_on: null, episodes_in_year: 12, goal: 'abstinence', pattern: '' }));
});
