import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Work } from '../../offline/queue';
import { maya } from '../../testing/cast';
import { signedInAs, type SignedIn } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { QuestionnaireScreen } from './questionnaire-screen';

const ID = 'q1';
const options = ['0', '1'].map((key) => ({ key, text: key === '0' ? 'Never' : 'Often', exclusive: false }));
const base = { prefix: '', help: [], required: true, repeats: false, min: null, max: null, min_length: null, max_length: null, max_decimals: null, least: null, most: null, unit: '', initial: null, enable_when: [], enable_behavior: 'all', items: [] };
const form = {
  id: ID,
  key: 'week',
  title: 'My week',
  language: 'en',
  version: '1',
  attribution: 'Made by us.',
  critical_items: { dark: ['1'] },
  items: [
    { ...base, link_id: 'rest', type: 'choice', text: 'I slept well.', options },
    { ...base, link_id: 'dark', type: 'choice', text: 'I had dark thoughts.', options },
    { ...base, link_id: 'why', type: 'text', text: 'What made them come?', options: [], required: false, enable_when: [{ question: 'rest', operator: '=', answer: '0' }] },
  ],
};
const due = { questionnaire: ID, key: 'week', title: 'My week', language: 'en', questions: 3, due_on: '2026-11-20', until: '2026-11-27', draft: null };

let server: FakeServer;
let person: SignedIn;
let stop: () => void;
const user = userEvent.setup();

beforeEach(async () => {
  window.scrollTo = () => undefined;
  server = fakeServer({
    'GET /api/v1/me/': { body: maya },
    'GET /api/v1/questionnaires/due/': { body: { results: [due] } },
    [`GET /api/v1/questionnaires/${ID}/form/`]: { body: form },
    'POST /api/v1/questionnaire-responses/': (body) => ({ status: 201, body }),
  });
  person = await signedInAs(maya);
  stop = person.device.outbox.start();
});

afterEach(() => stop());

const press = async (name: string): Promise<void> => user.click(await screen.findByRole('button', { name }));
const pick = async (name: string): Promise<void> => user.click(await screen.findByRole('radio', { name }));
const question = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { name });
const unsent = (kind: string): Work | undefined => person.device.outbox.snapshot().work.find((work) => work.kind === kind);

describe('a questionnaire', () => {
  it('is one question a screen, asks what follows from an answer, and shows no score', async () => {
    person.show(<QuestionnaireScreen id={ID} />);

    await question('I slept well.');
    expect(screen.getByText('Question 1 of 2')).toBeTruthy();
    await pick('Never');
    await question('I had dark thoughts.');
    await pick('Never');
    await question('What made them come?');
    await press('Skip');
    await question('That was the last question');
    expect(screen.getByText('Made by us.')).toBeTruthy();
    await press('Send my answers');

    expect(await question('Thank you')).toBeTruthy();
    expect(await screen.findByText('Received')).toBeTruthy();
    expect(server.bodies).toContainEqual(expect.objectContaining({ questionnaire: ID, answers: { rest: '0', dark: '0' } }));
  });

  it('cannot pass over an answer that is needed, and says so', async () => {
    person.show(<QuestionnaireScreen id={ID} />);
    await question('I slept well.');

    await press('Next');

    expect((await screen.findByRole('alert')).textContent).toBe('Please answer this one. It is needed.');
  });

  it('goes on where the person left it, with no line too', async () => {
    const { unmount } = person.show(<QuestionnaireScreen id={ID} />);
    await pick('Often');
    await question('I had dark thoughts.');
    unmount();
    server.line = false;

    person.show(<QuestionnaireScreen id={ID} />);

    expect(await question('I had dark thoughts.')).toBeTruthy();
    await pick('Never');
    await press('Send my answers');
    expect(await screen.findByText('Saved on this phone')).toBeTruthy();
    expect(unsent('questionnaire')?.body['answers']).toEqual({ rest: '1', dark: '0' });
  });

  it('that is not asked now says so', async () => {
    server.routes['GET /api/v1/questionnaires/due/'] = { body: { results: [] } };
    person.show(<QuestionnaireScreen id={ID} />);

    expect(await screen.findByText('Nothing to answer here')).toBeTruthy();
  });
});

describe('a critical answer', () => {
  it('shows help before the next question with no line, and what was said so far waits to be sent', async () => {
    const { unmount } = person.show(<QuestionnaireScreen id={ID} />);
    await pick('Often');
    await question('I had dark thoughts.');
    server.line = false;

    await pick('Often');

    expect(await question('Thank you for telling us')).toBeTruthy();
    expect(screen.getByRole('link', { name: /Call 988/ })).toBeTruthy();
    await waitFor(() => expect(unsent('questionnaire_part')?.body['answers']).toEqual({ rest: '1', dark: '1' }));
    expect(unsent('questionnaire_part')?.method).toBe('PUT');
    unmount();
  });

  it('is asked on about, behind the answers, and nothing of it is needed', async () => {
    person.show(<QuestionnaireScreen id={ID} />);
    await pick('Often');
    await question('I had dark thoughts.');
    server.line = false;
    await pick('Often');

    await press('Say a little more');
    const unsure = await screen.findAllByRole('radio', { name: 'I am not sure' });
    for (const one of unsure.slice(0, 1)) await user.click(one);
    await user.click(screen.getByRole('switch', { name: 'I would like a call' }));
    await press('Send this');

    expect(await question('I had dark thoughts.')).toBeTruthy();
    const said = unsent('follow_up');
    expect(said?.body).toMatchObject({ intent: 'unsure', wants_contact: true });
    expect(said?.path).toBe(`${unsent('questionnaire_part')?.path ?? ''}follow-up/`);
  });
});
