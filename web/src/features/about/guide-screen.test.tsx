import { readFileSync } from 'node:fs';

import { screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';

import { ben } from '../../testing/cast';
import { signedInAs, type SignedIn } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { GuideScreen } from './guide-screen';

const table: unknown = JSON.parse(readFileSync('../admissions/content/guide.json', 'utf8'));
const user = userEvent.setup();
let server: FakeServer;
let person: SignedIn;

beforeEach(async () => {
  server = fakeServer({ 'GET /api/v1/guide/': { body: table } });
  person = await signedInAs(ben);
  window.scrollTo = () => undefined;
  person.show(<GuideScreen />);
  await user.click(await screen.findByRole('button', { name: 'Start' }));
});

const answer = async (...labels: string[]): Promise<void> => {
  for (const label of labels) {
    await user.click(screen.getByRole('radio', { name: label }));
    await user.click(screen.getByRole('button', { name: 'Next' }));
  }
};

it('leads to help at once when something is urgent, and names no level', async () => {
  await user.click(screen.getByRole('radio', { name: 'I am not safe where I am' }));

  expect((await screen.findByRole('link', { name: /^Call 988/ })).getAttribute('href')).toBe('tel:988');
  expect(screen.queryByRole('radio')).toBeNull();
  expect(screen.queryByText(/may fit/)).toBeNull();
});

it('lets the keys move through the choices, and leads to help when one is given', async () => {
  // As arrow keys do it: the choice changes and nothing was pressed.
  screen.getByRole('radio', { name: 'I am not safe where I am' }).click();
  expect(await screen.findByRole('button', { name: 'Next' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: /^Call 988/ })).toBeNull();

  await user.click(screen.getByRole('button', { name: 'Next' }));

  expect(screen.getByRole('link', { name: /^Call 988/ })).toBeTruthy();
});

it('suggests a level with its reason, a doctor first, and never says what a person has', async () => {
  await answer('None of these', 'I do not go a day without', 'I manage, but it is hard', 'Two or three days');
  await user.click(screen.getByRole('button', { name: 'Skip' }));
  await user.click(screen.getByRole('button', { name: 'Skip' }));

  expect(screen.getByText('Talk to a doctor before you stop')).toBeTruthy();
  expect(screen.getByText('An intensive outpatient program may fit')).toBeTruthy();
  expect(screen.getByText(/This is not a diagnosis/)).toBeTruthy();
});

it('sends and keeps no answer, and forgets them when it is started over', async () => {
  await answer('None of these');

  expect(server.asked).toEqual(['GET /api/v1/guide/']);
  expect(JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + window.location.href).not.toContain('none');
});
