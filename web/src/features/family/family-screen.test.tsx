import { screen } from '@testing-library/preact';
import { expect, it } from 'vitest';

import { tom } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer } from '../../testing/server';
import { FamilyScreen } from './family-screen';

const notice = { version: '1', text: 'The statement of the regulation.' };

it('Tom sees a neutral sentence and the notice, and no word of anything that stopped', async () => {
  fakeServer({ 'GET /api/v1/family/shared/': { body: { notice, shared: [] } } });
  const { show } = await signedInAs(tom);

  const { container } = show(<FamilyScreen />);

  expect(await screen.findByText('Nothing is shared with you right now.')).toBeTruthy();
  expect(screen.getByText(notice.text)).toBeTruthy();
  expect(container.textContent).not.toMatch(/stopp|revok|paus|ended|expired/i);
});

it('shows the band in words, the scope and the notice', async () => {
  const shared = {
    client_name: 'Maya',
    purpose: 'Support',
    until: '2027-02-01',
    explanation: 'Maya shares one word a week.',
    mood_trend: { from: '2026-11-17', to: '2026-11-23', band: 'harder' },
  };
  fakeServer({ 'GET /api/v1/family/shared/': { body: { notice, shared: [shared] } } });
  const { show } = await signedInAs(tom);

  show(<FamilyScreen />);

  expect(await screen.findByText(/harder than the one before/)).toBeTruthy();
  expect(screen.getByText(shared.explanation)).toBeTruthy();
  expect(screen.getByText(notice.text)).toBeTruthy();
});

it('with no line nothing shared stays on the screen', async () => {
  const server = fakeServer();
  server.line = false;
  const { show } = await signedInAs(tom);

  show(<FamilyScreen />);

  expect(await screen.findByText('No connection')).toBeTruthy();
});
