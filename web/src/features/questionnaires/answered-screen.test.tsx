import { screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';

import { maya } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer } from '../../testing/server';
import { AnsweredScreen } from './answered-screen';

const response = {
  id: 'r1', submission_id: 's1', questionnaire: 'q1', key: 'week', title: 'My week', answered_on: '2026-11-20', completed_at: '2026-11-20T10:00:00Z',
  answers: { sleep: '2' }, score: { total: 6, highest: 12, words: 'about the middle', missing: 0 },
};
const form = {
  id: 'q1', key: 'week', title: 'My week', language: 'en', version: '1', attribution: '', critical_items: {},
  items: [{ link_id: 'sleep', type: 'choice', text: 'I slept well enough', prefix: '', help: [], required: true, repeats: false, options: [{ key: '2', text: 'Most days', exclusive: false }], enable_when: [], enable_behavior: 'all', items: [] }],
};

it('shows what was answered before, with its words and each answer', async () => {
  fakeServer({
    'GET /api/v1/questionnaire-responses/': { body: { results: [response], next: null } },
    'GET /api/v1/questionnaires/q1/form/': { body: form },
  });
  const person = await signedInAs(maya);
  person.show(<AnsweredScreen />);

  expect(await screen.findByRole('heading', { name: 'My week' })).toBeTruthy();
  expect(screen.getByText('6 of 12 · about the middle')).toBeTruthy();
  await userEvent.click(screen.getByText('Your answers'));

  expect(await screen.findByText('Most days')).toBeTruthy();
});

it('says so when nothing was answered yet', async () => {
  fakeServer({ 'GET /api/v1/questionnaire-responses/': { body: { results: [], next: null } } });
  const person = await signedInAs(maya);
  person.show(<AnsweredScreen />);

  expect(await screen.findByText('Nothing answered yet.')).toBeTruthy();
});
