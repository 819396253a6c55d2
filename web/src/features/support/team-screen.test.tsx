import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';

import { tom } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer } from '../../testing/server';
import { TeamScreen } from './team-screen';

const NOTES = '/api/v1/family/team-notes/';
const help = [{ name: '988 Lifeline', call: '988', text: '988' }];
const form = { words: 'Staff may not be able to answer you.', worried_words: 'A note is too slow for this.', help, notes: [] };

it('who fears for somebody now is shown whom to call above the button that sends', async () => {
  fakeServer({ [`GET ${NOTES}`]: { body: form } });
  const { show } = await signedInAs(tom);
  show(<TeamScreen />);
  expect(await screen.findByText('Staff may not be able to answer you.')).toBeTruthy();

  fireEvent.click(screen.getByRole('checkbox', { name: /not safe right now/ }));

  const call = screen.getByRole('link', { name: /Call 988/ });
  expect(screen.getByText('A note is too slow for this.')).toBeTruthy();
  const send = screen.getByRole('button', { name: 'Send to the care team' });
  expect(call.compareDocumentPosition(send) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

it('without a line the words stay in their fields', async () => {
  const server = fakeServer({ [`GET ${NOTES}`]: { body: form } });
  const { show } = await signedInAs(tom);
  show(<TeamScreen />);
  fireEvent.input(await screen.findByLabelText('Whom is it about?'), { target: { value: 'Maya' } });
  fireEvent.input(screen.getByLabelText('What should they know?'), { target: { value: 'She did not sleep.' } });
  server.line = false;
  fireEvent.click(screen.getByRole('button', { name: 'Send to the care team' }));

  expect(await screen.findByText(/Your words are still here/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>('What should they know?').value).toBe('She did not sleep.');
});

it('the answer is the server’s, the same for everybody', async () => {
  const server = fakeServer({ [`GET ${NOTES}`]: { body: form }, [`POST ${NOTES}`]: { status: 202, body: { received: true, words: 'Received. Staff may not be able to answer.', help } } });
  const { show } = await signedInAs(tom);
  show(<TeamScreen />);
  fireEvent.click(await screen.findByRole('radio', { name: 'Ask for a call' }));
  fireEvent.input(screen.getByLabelText('Whom is it about?'), { target: { value: 'Maya' } });
  fireEvent.input(screen.getByLabelText('What should they know?'), { target: { value: 'Please call.' } });
  fireEvent.input(screen.getByLabelText('Your phone number'), { target: { value: '617-555-0142' } });
  fireEvent.click(screen.getByRole('button', { name: 'Send to the care team' }));

  expect(await screen.findByText('Received. Staff may not be able to answer.')).toBeTruthy();
  await waitFor(() => expect(server.bodies).toContainEqual(expect.objectContaining({ wish: 'call', about: 'Maya', phone: '617-555-0142', worried_now: false })));
});
