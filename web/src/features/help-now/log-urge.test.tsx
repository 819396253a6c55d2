import { screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';
import { expect, it } from 'vitest';

import { maya } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer } from '../../testing/server';
import { LogUrge } from './log-urge';

function Rated(): JSX.Element {
  const [level, setLevel] = useState(6);
  return (
    <>
      <LogUrge level={level} />
      <button type="button" onClick={() => setLevel(9)}>
        Stronger
      </button>
    </>
  );
}

it('one tap logs what was just said, with no line; another number changes the same urge', async () => {
  const user = userEvent.setup();
  fakeServer().line = false;
  const person = await signedInAs(maya);
  person.show(<Rated />);

  await user.click(screen.getByRole('button', { name: 'Log this urge' }));
  expect(await screen.findByText('Saved on this phone')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Stronger' }));
  await user.click(await screen.findByRole('button', { name: 'Log it as 9' }));
  expect(await screen.findByText('Saved on this phone')).toBeTruthy();

  const { work } = person.device.outbox.snapshot();
  expect(work.map(({ body }) => body['intensity'])).toEqual([6, 9]);
  expect(new Set(work.map(({ path }) => path)).size).toBe(1);
});
