import { render, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ComponentType } from 'preact';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { createQueryClient } from '../../app/query-client';
import { language, speak } from '../../lib/strings';
import { tom } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { JoinScreen } from '../join/join-screen';
import { InvitationScreen } from './invitation-screen';

const user = userEvent.setup();
const GOOD = 'seven quiet herons walk';
let server: FakeServer;

beforeEach(() => {
  server = fakeServer({ 'POST /api/v1/invitations/accept/': { status: 201, body: {} }, 'POST /api/v1/family/invitations/accept/': { body: { accepted: true } } });
});

afterEach(async () => {
  window.location.hash = '';
  await speak('en');
});

function open(Screen: ComponentType, hash: string): void {
  window.location.hash = hash;
  render(
    <QueryClientProvider client={createQueryClient(() => undefined)}>
      <Screen />
    </QueryClientProvider>,
  );
}

it('is drawn in the language in which somebody was invited, and opens the account in it', async () => {
  open(InvitationScreen, '#secret-1_x.es');
  expect(screen.queryByText('Choose a password to open your account.')).toBeNull();
  await user.type(await screen.findByLabelText('Contraseña nueva'), GOOD);
  expect(window.location.hash).toBe('');
  expect(localStorage.getItem('foothold.language')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Abrir mi cuenta' }));

  expect(await screen.findByText('Su cuenta está lista')).toBeTruthy();
  expect(server.bodies).toEqual([{ token: 'secret-1_x', password: GOOD, language: 'es' }]);
});

it.each(['#secret', '#secret.en', '#secret.fr', '#secret.'])('goes on in its own language for %s', async (hash) => {
  open(InvitationScreen, hash);
  await user.type(screen.getByLabelText('New password'), GOOD);
  await user.click(screen.getByRole('button', { name: 'Open my account' }));

  await screen.findByText('Your account is ready');
  expect(server.bodies).toEqual([{ token: 'secret', password: GOOD, language: 'en' }]);
});

it('asks a relative in the language that the client chose', async () => {
  open(JoinScreen, '#secret.es');
  await user.type(await screen.findByLabelText('Código'), 'ABC-DEF');
  await user.type(screen.getByLabelText('Elija una contraseña'), GOOD);
  await user.click(screen.getByRole('button', { name: 'Aceptar' }));

  expect(await screen.findByText('Funcionó')).toBeTruthy();
  expect(server.bodies).toEqual([{ token: 'secret', code: 'ABC-DEF', password: GOOD, language: 'es' }]);
});

it('leaves whoever is signed in their own language', async () => {
  window.location.hash = '#secret.es';
  (await signedInAs(tom)).show(<JoinScreen />);

  expect(screen.getByRole('heading', { name: 'Accept an invitation' })).toBeTruthy();
  expect(language).toBe('en');
});
