import { screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import { okafor } from '../../testing/cast';
import { signedInAs, type SignedIn } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { ProgressTab } from './progress-tab';
import { QuestionnairesTab } from './questionnaires-tab';

const list = (results: unknown[] = []) => ({ body: { results, next: null } });
const days = ['2026-11-21', '2026-11-22', '2026-11-23'];
const series = {
  weeks: 6, first: days[0], last: days[2], days,
  measures: [{ key: 'mood', low: 0, high: 10, values: [4, null, 6], answered: 2, mean: 5, usual: [null, null, { low: 3, high: 5, days: 9 }] }],
  items: [], questionnaires: [], sessions: [], practices: [], urges: [], lapses: [], days_well: { total: 12, run: 10, since: null },
}; // prettier-ignore
const milestone = { slug: 'work', phase: 'early', title: 'Back at work', meaning: 'Some hours a week.', computed: false, reached: false, since: null, based_on: '', now: '', history: [] };
const proposal = {
  id: 'p1', client: { id: 'maya', name: 'Maya Rivera' }, state: 'open', direction: 'down', from_level: 'iop', to_level: 'outpatient',
  reasons: [{ code: 'attendance', sentence: 'Attended 11 of 12 sessions.' }], inputs: { level: 'iop' }, rule_version: 'steps-2',
  made_at: '2026-11-22T10:00:00Z', superseded_at: null, decided_at: null, decided_by: null, note: '',
}; // prettier-ignore
const asking = { id: 's1', key: 'week', title: 'My week', cadence: 'every_week', starts_on: '2026-11-01', window_days: 7, assigned_at: '2026-11-01T10:00:00Z', assigned_by: { id: 'o', name: 'Dr. Okafor' }, state: 'open', paused_at: null, ended_at: null };

let server: FakeServer;
let person: SignedIn;
const user = userEvent.setup();

beforeEach(async () => {
  server = fakeServer({
    'GET /api/v1/clients/maya/progress/series/': { body: series },
    'GET /api/v1/clients/maya/progress/milestones/': { body: { week: 3, phase: 'early', results: [milestone] } },
    'GET /api/v1/clients/maya/step-proposals/': list([proposal]),
    'GET /api/v1/clients/maya/questionnaires/': list([asking]),
    'GET /api/v1/clients/maya/questionnaire-responses/': list(),
    'GET /api/v1/questionnaires/': list([{ id: 'v1', key: 'sleep', language: 'en', title: 'Sleep', version: '1', attribution: '', scored: false, bands: [] }]),
  });
  person = await signedInAs(okafor);
});

describe('a clinician’s view of a client’s weeks', () => {
  it('draws what is usual for this client, and says it in the table', async () => {
    person.show(<ProgressTab client="maya" />);

    const chart = await screen.findByRole('figure', { name: 'Mood, 0 to 10' });
    expect(within(chart).getByText('3–5')).toBeTruthy();
    expect(screen.getByText('12 days well in all, 10 in a row now')).toBeTruthy();
  });

  it('a milestone that no rule sees is marked by hand', async () => {
    server.routes['POST /api/v1/clients/maya/progress/milestones/work/'] = { body: { week: 3, phase: 'early', results: [{ ...milestone, reached: true, since: '2026-11-23T10:00:00Z' }] } };
    person.show(<ProgressTab client="maya" />);

    await user.click(await screen.findByRole('button', { name: 'Mark as reached: Back at work' }));

    expect(await screen.findByText('Marked: Back at work')).toBeTruthy();
    expect(server.bodies).toContainEqual({ reached: true });
  });
});

describe('a proposed step', () => {
  it('gives its reasons, and is accepted only with a reason of the clinician’s own', async () => {
    server.routes['POST /api/v1/step-proposals/p1/accept/'] = { body: { ...proposal, state: 'accepted' } };
    person.show(<ProgressTab client="maya" />);
    expect(await screen.findByText('Attended 11 of 12 sessions.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Accept' }));

    await user.click(screen.getByRole('button', { name: 'Accept and change the level' }));
    expect(screen.getByText('Please fill this in.')).toBeTruthy();
    await user.type(screen.getByLabelText('Why'), 'We agreed on it.');
    await user.click(screen.getByRole('button', { name: 'Accept and change the level' }));

    await waitFor(() => expect(server.bodies).toContainEqual({ reason: 'needs_less_support', note: 'We agreed on it.', effective_on: null }));
  });

  it('that no longer fits says so in the server’s words', async () => {
    server.routes['POST /api/v1/step-proposals/p1/decline/'] = { status: 409, body: { code: 'level_changed', detail: 'The level of care has changed since.' } };
    person.show(<ProgressTab client="maya" />);
    await user.click(await screen.findByRole('button', { name: 'Decline' }));
    await user.type(screen.getByLabelText('Why not'), 'Too early.');

    await user.click(screen.getByRole('button', { name: 'Decline it' }));

    expect((await screen.findByRole('alert')).textContent).toBe('The level of care has changed since.');
  });

  it('weighed now, with nothing to change, says what is not yet so', async () => {
    server.routes['POST /api/v1/clients/maya/step-proposals/'] = { body: { direction: '', reasons: [{ code: 'calm', sentence: 'A lapse in the past two weeks.' }], inputs: { level: 'iop' }, proposal: null } };
    person.show(<ProgressTab client="maya" />);

    await user.click(await screen.findByRole('button', { name: 'Weigh it now' }));

    expect(await screen.findByText('A lapse in the past two weeks.')).toBeTruthy();
  });
});

describe('what is asked', () => {
  it('is asked on a cadence, and paused', async () => {
    server.routes['POST /api/v1/clients/maya/questionnaires/'] = { status: 201, body: asking };
    server.routes['POST /api/v1/clients/maya/questionnaires/s1/pause/'] = { body: { ...asking, state: 'paused' } };
    person.show(<QuestionnairesTab client="maya" />);
    await user.click(await screen.findByRole('button', { name: 'Ask a questionnaire' }));
    await user.selectOptions(await screen.findByLabelText('Questionnaire'), await screen.findByRole('option', { name: 'Sleep' }));
    await user.selectOptions(screen.getByLabelText('How often'), 'Every 4 weeks');
    await user.click(screen.getByRole('button', { name: 'Ask it' }));

    await waitFor(() => expect(server.bodies).toContainEqual({ key: 'sleep', cadence: 'every_4_weeks', starts_on: null, window_days: null }));
    await user.click(await screen.findByRole('button', { name: 'Pause: My week' }));
    await waitFor(() => expect(server.asked).toContain('POST /api/v1/clients/maya/questionnaires/s1/pause/'));
  });

  it('an answer shows its total, what was critical, and that the file said another', async () => {
    const score = { total: 15, lowest: 0, highest: 27, band: 'moderately severe', missing: 1, counts: {}, stated_total: 12, differs: true, instrument_version: 'x', scoring_version: 'y', computed_at: '2026-11-20T10:00:00Z' };
    const critical = { link_id: 'nine', weight: 2, most: 3, kind: 'self_harm', on: '2026-11-20', recorded_at: '2026-11-20T10:00:00Z', received_at: '2026-11-20T10:00:00Z' };
    const said = { submission_id: 'f', intent: 'no', plan: null, recent_act: 'no', wants_contact: true };
    const response = { id: 'r', questionnaire: 'v1', key: 'week', title: 'My week', answered_on: '2026-11-20', completed_at: null, answers: {}, origin: 'app', recorded_at: '', received_at: '', score, critical: [critical], follow_ups: [said] };
    server.routes['GET /api/v1/clients/maya/questionnaire-responses/'] = list([response]);
    person.show(<QuestionnairesTab client="maya" />);

    expect(await screen.findByText('15 of 27')).toBeTruthy();
    expect(screen.getByText(/moderately severe · 1 answer missing/)).toBeTruthy();
    expect(screen.getByText('Answer on self-harm')).toBeTruthy();
    expect(screen.getByText(/The file stated another total: 12/)).toBeTruthy();
    expect(screen.getByText(/Asks for a call/)).toBeTruthy();
  });
});
