import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, expect, it, vi } from 'vitest';

import { listWork } from '../../offline/queue';
import { tom } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer } from '../../testing/server';
import { LessonScreen } from './lesson-screen';

const lesson = {
  slug: 'boundaries',
  language: 'en',
  version: 'v1',
  position: 17,
  group: 'relating',
  for: ['everyone'],
  title: 'Boundaries',
  summary: 'What you will do, and what you will not.',
  minutes: 6,
  help: true,
  care: 'You can stop at any time.',
  reading_level: 6,
  sources: ['A public text'],
  reviewed: '2026-11-23',
  sections: [
    { title: 'What it is', blocks: [{ kind: 'paragraph', text: 'A boundary is about you.' }] },
    { title: 'How to say it', blocks: [{ kind: 'list', items: ['Calmly', 'Once'] }] },
  ],
  reflection: [{ key: 'mine', question: 'Which one is yours?' }],
  check: [
    {
      key: 'whose',
      question: 'Whose behavior does a boundary change?',
      choices: [
        { text: 'Theirs', right: false, because: 'It is a fair hope.' },
        { text: 'Mine', right: true, because: 'Yes. That is in my hands.' },
      ],
    },
  ],
  try_this_week: 'Say one sentence.',
};
const OWN = { results: [{ lesson, progress: { section: 2, started_at: '2026-11-20T10:00:00Z', read_at: '2026-11-20T10:00:00Z', finished_at: null }, for_me: false }], next: null, go_on_with: 'boundaries', finished: 0, relationships: [] };
const ROUTES = {
  'GET /api/v1/public/lessons/boundaries/': { body: lesson },
  'GET /api/v1/public/lessons/': { body: { results: [lesson], next: null } },
  'GET /api/v1/lessons/': { body: OWN },
  'GET /api/v1/lessons/boundaries/reflections/': { body: { results: [{ question: 'mine', text: 'No shouting.', written_at: '2026-11-20T10:00:00Z' }] } },
};

beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
});

const press = (name: string | RegExp): boolean => fireEvent.click(screen.getByRole('button', { name }));

it('goes on where Tom was, and opens with care, help and a way out', async () => {
  fakeServer(ROUTES);
  const { show } = await signedInAs(tom);
  show(<LessonScreen slug="boundaries" />);

  expect(await screen.findByText('You can stop at any time.')).toBeTruthy();
  expect(screen.getByRole('link', { name: /Call 988/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Leave quickly/ })).toBeTruthy();
  press('Go on with part 2 of 2');

  expect(screen.getByRole('heading', { name: 'How to say it' })).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'What it is' })).toBeNull();
});

it('earlier words are shown only when asked for, and new ones wait sealed in the queue', async () => {
  const server = fakeServer(ROUTES);
  const { show, device } = await signedInAs(tom);
  show(<LessonScreen slug="boundaries" />);
  await screen.findByText('You can stop at any time.');
  press('Go on with part 2 of 2');
  press('Next');
  const field = screen.getByLabelText<HTMLTextAreaElement>('Which one is yours?');
  expect(field.value).toBe('');
  fireEvent.click(await screen.findByRole('button', { name: 'Show what I wrote' }));
  await waitFor(() => expect(field.value).toBe('No shouting.'));
  server.line = false;

  fireEvent.input(field, { target: { value: 'No lending money.' } });
  press('Keep it and go on');

  expect(await screen.findByRole('heading', { name: 'See what stayed with you' })).toBeTruthy();
  const waiting = await listWork(device.vault);
  expect(waiting.at(-1)).toMatchObject({ kind: 'lesson_notes', method: 'PUT', path: '/api/v1/lessons/boundaries/reflections/', body: { version: 'v1', answers: { mine: 'No lending money.' } } });
});

it('an answer comes with kind words and what helps more, and no score', async () => {
  fakeServer(ROUTES);
  const { show, device } = await signedInAs(tom);
  const { container } = show(<LessonScreen slug="boundaries" />);
  await screen.findByText('You can stop at any time.');
  press('Go on with part 2 of 2');
  press('Next');
  press('Next');
  fireEvent.click(screen.getByRole('radio', { name: 'Theirs' }));
  press('See what we think');

  expect(screen.getByText('It is a fair hope.')).toBeTruthy();
  expect(screen.getByText('What tends to help more: Mine')).toBeTruthy();
  expect(container.textContent).not.toMatch(/wrong|score|incorrect/i);
  press('Next');
  expect(await screen.findByRole('heading', { name: 'Thank you for reading' })).toBeTruthy();
  await waitFor(async () => expect((await listWork(device.vault)).map(({ kind, body }) => [kind, body['finished'] ?? body['answers']])).toContainEqual(['lesson', true]));
});
