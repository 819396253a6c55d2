import { screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';

import { maya } from '../../testing/cast';
import { signedInAs, type SignedIn } from '../../testing/render';
import { fakeServer } from '../../testing/server';
import { SignOut } from './sign-out';

const user = userEvent.setup();
let person: SignedIn;

beforeEach(async () => {
  fakeServer().line = false;
  person = await signedInAs(maya);
  // jsdom does not know how to open a dialog.
  HTMLDialogElement.prototype.showModal = function show(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = () => undefined;
});

it('goes at once when nothing would be lost', async () => {
  person.show(<SignOut />);

  await user.click(screen.getByRole('button', { name: 'Sign out' }));

  expect(person.device.leave).toHaveBeenCalled();
});

it('asks first when something is not sent, and staying keeps it', async () => {
  await person.device.outbox.add({ id: 'a', kind: 'practice', path: '/api/v1/practices/', body: {} });
  person.show(<SignOut />);

  await user.click(screen.getByRole('button', { name: 'Sign out' }));

  expect(await screen.findByText(/has not been sent/)).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Stay signed in' }));
  expect(person.device.leave).not.toHaveBeenCalled();
});
