import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import type { JSX } from 'preact';
import { useState, useSyncExternalStore } from 'preact/compat';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { clockTime, longDay, shortMoment } from '../lib/dates';
import { formatList, formatNumber } from '../lib/intl';
import { language, loadWords, onLanguage, readLanguage, speak, t } from '../lib/strings';
import { maya } from '../testing/cast';
import { signedInAs } from '../testing/render';
import { fakeServer, type FakeServer } from '../testing/server';
import { TextField } from '../ui/field';
import { dropUntoldLanguage, followLanguage, speakAsBefore, useLanguage } from './language';

const OWN = 'PUT /api/v1/me/language/';
const user = userEvent.setup();
let server: FakeServer;

beforeEach(() => {
  server = fakeServer({ [OWN]: { status: 200 } });
});

afterEach(async () => {
  sessionStorage.clear();
  await speak('en');
});

function Screen(): JSX.Element {
  useSyncExternalStore(onLanguage, readLanguage);
  const [, choose] = useLanguage();
  const [written, setWritten] = useState('');
  return (
    <>
      <button type="button" onClick={() => choose('es')}>
        {t.common.me}
      </button>
      <TextField label={t.signIn.email} value={written} onChange={setWritten} />
    </>
  );
}

async function chooseWithNoLine(): Promise<void> {
  const later = vi.spyOn(window, 'addEventListener');
  server.line = false;
  const { show } = await signedInAs(maya);
  show(<Screen />);
  await user.click(screen.getByRole('button'));
  await waitFor(() => expect(later).toHaveBeenCalledWith('online', expect.anything(), expect.anything()));
}

it('another language draws everything again and loses nothing that was written', async () => {
  const { show } = await signedInAs(maya);
  show(<Screen />);
  await user.type(screen.getByLabelText('E-mail'), 'half an addr');

  await user.click(screen.getByRole('button'));

  expect(await screen.findByLabelText('Correo electrónico')).toHaveProperty('value', 'half an addr');
  expect(document.documentElement.lang).toBe('es');
  await waitFor(() => expect(server.asked).toContain(OWN));
  expect(server.bodies).toContainEqual({ language: 'es' });
});

it('who signs in brings their own language, and the device keeps it', async () => {
  await followLanguage('es');
  await speak('en');

  await speakAsBefore();

  expect(language).toBe('es');
  expect(server.asked).toEqual([]);
});

it('a choice with no line holds, and is told to the server when there is one', async () => {
  await chooseWithNoLine();

  server.line = true;
  await followLanguage('en');

  expect(language).toBe('es');
  expect(server.asked).toEqual([OWN]);
  await followLanguage('en');
  expect(language).toBe('en');
});

it('what somebody chose and nobody was told is not for the next one', async () => {
  await chooseWithNoLine();
  server.line = true;

  dropUntoldLanguage();
  await followLanguage('en');

  expect([language, server.asked]).toEqual(['en', []]);
});

it('words that were on their way when the language changed come in the new one', async () => {
  const coming = loadWords(['me']);
  await speak('es');
  await coming;

  expect(t.me.signOut).not.toBe('Sign out');
});

it('dates, times, numbers and lists are written as in the United States, in the language', () => {
  const noon = '2026-11-23T17:05:00Z';
  const plain = (text: string): string => text.replace(/\s/gu, ' ');

  expect(plain(clockTime(noon, 'America/New_York', 'es'))).toBe('12:05 p.m.');
  expect(longDay('2026-11-23', 'es')).toBe('lunes, 23 de noviembre');
  expect(plain(shortMoment(noon, 'America/New_York', 'en'))).toBe('Nov 23, 12:05 PM');
  expect(formatNumber(1234.5, 'es')).toBe('1,234.5');
  expect(formatList(['pan', 'leche', 'huevos'], 'es')).toBe('pan, leche y huevos');
});

it('of two choices the later one counts, whichever words come last', async () => {
  await Promise.all([speak('es'), speak('en')]);

  expect([language, document.documentElement.lang, t.common.help]).toEqual(['en', 'en', 'Help']);
});
