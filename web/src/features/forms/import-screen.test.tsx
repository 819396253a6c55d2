import { screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';

import type { Role } from '../../api/types';
import { okafor } from '../../testing/cast';
import { signedInAs, type SignedIn } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { FormScreen } from './form-screen';
import { ImportScreen } from './import-screen';
import { emptyScoring, scoringBody } from './scoring-draft';

const item = (link_id: string) => ({
  link_id, type: 'choice', text: `About ${link_id}`, prefix: '', help: [], required: true, repeats: false, options: [{ key: '0', text: 'Never', exclusive: false }],
  min: null, max: null, min_length: null, max_length: null, max_decimals: null, least: null, most: null, unit: '', initial: null, enable_when: [], enable_behavior: 'all', items: [],
}); // prettier-ignore
const form = { id: 'v1', key: 'week', title: 'My week', language: 'en', version: '1', attribution: '', critical_items: {}, items: [item('one'), item('two')] };
const preview = { known: false, key: 'week', language: 'en', url: '', version: '1', title: 'My week', licence: 'public_domain', attribution: '', form, scoring: null, left_aside: [{ what: '$.item[0].code', reason: 'Not kept.' }] };
const detail = { ...preview, id: 'v1', panel: '', scoring_version: '', scored: false, state: 'imported', imported_at: '2026-11-23T10:00:00Z', activated_at: null, retired_at: null };
const problems = [
  { path: '$.item[0].linkId', sentence: 'Every item needs a link id.' },
  { path: '$.status', sentence: 'This is not a state of R4.' },
];

let server: FakeServer;
let person: SignedIn;
const user = userEvent.setup();

beforeEach(async () => {
  server = fakeServer();
  person = await signedInAs({ ...okafor, roles: ['administrator'] as Role[] });
});

/** The browsers’ own way to read a file, which jsdom lacks. */
const fileOf = (text: string): File => Object.assign(new File([text], 'week.json', { type: 'application/json' }), { text: () => Promise.resolve(text) });
const choose = async (text: string): Promise<void> => user.upload(screen.getByLabelText('File'), fileOf(text));

it('a file that is refused says where and why, all at once, and cannot be imported', async () => {
  server.routes['POST /api/v1/questionnaire-versions/preview/'] = { status: 400, body: { code: 'invalid', detail: 'No.', fields: {}, problems } };
  person.show(<ImportScreen />);
  await choose('{"resourceType":"Questionnaire"}');

  await user.click(await screen.findByRole('button', { name: 'Preview' }));

  const refused = await screen.findByRole('region', { name: '2 things keep this file out' });
  expect(within(refused).getByText('$.item[0].linkId')).toBeTruthy();
  expect(within(refused).getByText(/This is not a state of R4\./)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Import it' })).toBeNull();
});

it('a scoring is written with the file’s own questions, and goes with the file', async () => {
  server.routes['POST /api/v1/questionnaire-versions/preview/'] = { body: preview };
  server.routes['POST /api/v1/questionnaire-versions/'] = { status: 201, body: detail };
  person.show(<ImportScreen />);
  await choose('{"text":1}');
  await user.click(await screen.findByRole('radio', { name: 'Write one' }));
  expect(screen.getByText(/Look at the preview first/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Preview' }));

  await user.type(await screen.findByLabelText('Name of the scoring'), 'Week');
  await user.click(screen.getByRole('checkbox', { name: 'About two' }));
  await user.click(screen.getByRole('button', { name: 'Preview' }));
  expect(await screen.findByText('Not kept.', { exact: false })).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Import it' }));

  expect(server.bodies[0]).toEqual({ file: '{"text":1}' });
  expect(server.bodies.at(-1)).toEqual({ file: '{"text":1}', scoring: expect.objectContaining({ name: 'Week', items: ['two'], reversed: [] }) as object });
});

it('a licence that forbids keeps a version out of use, in the server’s words', async () => {
  server.routes['GET /api/v1/questionnaire-versions/v1/'] = { body: { ...detail, licence: 'permission_needed' } };
  server.routes['POST /api/v1/questionnaire-versions/v1/activate/'] = { status: 409, body: { code: 'licence_forbids', detail: 'Get permission first.' } };
  person.show(<FormScreen id="v1" />);

  await user.click(await screen.findByRole('button', { name: 'Put to use' }));

  expect((await screen.findByRole('alert')).textContent).toBe('Get permission first.');
});

it('what is no number goes as it is written, for the server to refuse', () => {
  const written = scoringBody({ ...emptyScoring(), items: ['a'], reversed: ['a', 'b'], bands: [{ from: '0', to: 'ten', word: ' low ', plain: '' }] });

  expect(written).toMatchObject({ reversed: ['a'], bands: [{ from: 0, to: 'ten', word: 'low' }], allowed_missing: 0 });
});
