import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';

import { okafor } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer } from '../../testing/server';
import { CallsScreen } from './calls-screen';

const ADDRESS = '/api/v1/admissions/call-requests/';
const request = {
  id: 'one',
  name: 'Sam Lake',
  phone: '+16175550142',
  email: '',
  best_time: 'morning',
  language: 'es',
  state: 'new',
  asked_at: '2026-11-23T10:00:00Z',
  times_asked: 2,
  suspected: false,
  called_at: null,
  called_by: null,
  times_called: 0,
  closed_at: null,
  closed_by: null,
  outcome: '',
};

it('says how to reach somebody, and closes only with what came of it', async () => {
  const user = userEvent.setup();
  const server = fakeServer({
    [`GET ${ADDRESS}`]: { body: { results: [request], next: null } },
    [`POST ${ADDRESS}one/called/`]: { body: request },
    [`POST ${ADDRESS}one/close/`]: { body: request },
  });
  const { show } = await signedInAs({ ...okafor, roles: ['administrator'] });
  show(<CallsScreen />);

  expect((await screen.findByRole('link', { name: '617-555-0142' })).getAttribute('href')).toBe('tel:+16175550142');
  expect(screen.getByText(/Best in the morning · Spanish · Asked .* · Asked 2 times/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'I called Sam Lake' }));
  await waitFor(() => expect(server.asked).toContain(`POST ${ADDRESS}one/called/`));

  await user.click(screen.getByRole('button', { name: 'Close the request of Sam Lake' }));
  await user.click(screen.getByRole('button', { name: 'Close this request' }));
  expect((await screen.findByRole('alert')).textContent).toBe('Please choose one.');
  await user.click(screen.getByRole('radio', { name: 'Reached' }));
  await user.click(screen.getByRole('button', { name: 'Close this request' }));

  await waitFor(() => expect(server.bodies).toContainEqual({ outcome: 'reached' }));
});
