import { screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { deviceTimezone, localDay } from '../../lib/dates';
import { addReceipt } from '../../offline/queue';
import { maya } from '../../testing/cast';
import { signedInAs, type SignedIn } from '../../testing/render';
import { fakeServer, type FakeServer } from '../../testing/server';
import { CheckInScreen } from './check-in-screen';

let server: FakeServer;
let person: SignedIn;
let stop: () => void;
const user = userEvent.setup();

beforeEach(async () => {
  window.scrollTo = () => undefined;
  server = fakeServer({
    'GET /api/v1/check-ins/': { body: { results: [], next: null } },
    'GET /api/v1/me/': { body: maya },
    'POST /api/v1/check-ins/': (body) => ({ status: 201, body: { ...(body as object), id: 'row', version: 1 } }),
    'POST /api/v1/check-ins/row/amendments/': (body) => ({ status: 201, body: { ...(body as object), id: 'row', version: 2 } }),
  });
  person = await signedInAs(maya);
  stop = person.device.outbox.start();
});

afterEach(() => stop());

const press = async (name: string): Promise<void> => user.click(await screen.findByRole('button', { name }));
const pick = async (name: string): Promise<void> => user.click(await screen.findByRole('radio', { name }));
const question = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { name });
const posts = (): string[] => server.asked.filter((one) => one.startsWith('POST'));

describe('the check-in', () => {
  it('is three taps when a person is in a hurry, and is received', async () => {
    person.show(<CheckInScreen />);

    await pick('7');
    await question('Do you feel safe right now?');
    await press('Finish now');
    await press('Save check-in');

    expect(await screen.findByText('Received')).toBeTruthy();
    expect(server.bodies.find((body) => (body as { mood?: number } | undefined)?.mood === 7)).toBeTruthy();
  });

  it('with no line is saved on this phone', async () => {
    server.line = false;
    person.show(<CheckInScreen />);

    await pick('4');
    await question('Do you feel safe right now?');
    await press('Finish now');
    await press('Save check-in');

    expect(await screen.findByText('Saved on this phone')).toBeTruthy();
  });

  it('goes on where the person left it', async () => {
    const { unmount } = person.show(<CheckInScreen />);
    await pick('4');
    await question('Do you feel safe right now?');
    await pick('Yes, I feel safe');
    await question('How many hours did you sleep?');
    unmount();

    person.show(<CheckInScreen />);

    expect(await question('How many hours did you sleep?')).toBeTruthy();
  });

  it('cannot be finished without a mood, and says so', async () => {
    person.show(<CheckInScreen />);

    await press('Next');

    expect((await screen.findByRole('alert')).textContent).toMatch(/pick a number for your mood/);
    expect(posts()).toEqual([]);
  });
});

describe('a hard answer', () => {
  it('shows help before the next question, and reaches the team even if the rest is never finished', async () => {
    person.show(<CheckInScreen />);
    await pick('2');
    await question('Do you feel safe right now?');

    await pick('No, I do not');

    expect(await question('Thank you for telling us')).toBeTruthy();
    expect(screen.getByRole('link', { name: /Call 988/ }).getAttribute('href')).toBe('tel:988');
    await waitFor(() => expect(posts()).toEqual(['POST /api/v1/check-ins/']));
  });

  it('shows help with no line too', async () => {
    server.line = false;
    person.show(<CheckInScreen />);
    await pick('2');
    await question('Do you feel safe right now?');

    await pick('I am not sure');

    expect(await screen.findByRole('link', { name: /Call 911/ })).toBeTruthy();
    await waitFor(() => expect(person.device.outbox.snapshot().work).toHaveLength(1));
  });

  it('stays given, however long a person stays with the help', async () => {
    person.show(<CheckInScreen />);
    await pick('2');
    await question('Do you feel safe right now?');
    await pick('No, I do not');
    await question('Thank you for telling us');
    // Longer than a tap waits before it goes on to the next question.
    await new Promise((resolve) => setTimeout(resolve, 400));
    await press('Go on with the check-in');
    await press('Finish now');
    await press('Save check-in');

    await question('Thank you for being honest');
    await waitFor(() => expect(server.bodies.at(-1)).toMatchObject({ mood: 2, safety: 'unsafe' }));
    expect(posts()).toHaveLength(2);
  });

  it('the rest follows as a change to the same day', async () => {
    person.show(<CheckInScreen />);
    await pick('2');
    await question('Do you feel safe right now?');
    await pick('No, I do not');
    await waitFor(() => expect(posts()).toHaveLength(1));
    await press('Go on with the check-in');
    await press('Finish now');
    await press('Save check-in');

    expect(await question('Thank you for being honest')).toBeTruthy();
    await waitFor(() => expect(posts()).toEqual(['POST /api/v1/check-ins/', 'POST /api/v1/check-ins/row/amendments/']));
    await waitFor(() => expect(person.device.outbox.snapshot().work).toEqual([]));
    // The answers have left the device; the way to help has not.
    expect(screen.getByRole('heading', { name: 'Thank you for being honest' })).toBeTruthy();
    expect(screen.getByRole('link', { name: /Call 988/ })).toBeTruthy();
  });
});

it('with no line, a day that was received can wait while another day is filled in', async () => {
  await addReceipt(person.device.vault, { on: localDay(new Date(), deviceTimezone()), id: 'row', version: 1 });
  await person.device.outbox.remove('nothing');
  server.line = false;
  person.show(<CheckInScreen />);
  expect(await screen.findByText('You already checked in for this day.')).toBeTruthy();

  await pick('Yesterday');

  expect(await question('How is your mood?')).toBeTruthy();
});
