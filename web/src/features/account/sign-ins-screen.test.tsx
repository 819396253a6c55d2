import { screen } from '@testing-library/preact';
import { expect, it } from 'vitest';

import { maya } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer } from '../../testing/server';
import { SignInsScreen } from './sign-ins-screen';

const row = (id: string, network: string, current = false) => ({
  id, network, current, browser: 'Firefox', system: 'Android', began_at: '2026-11-20T12:00:00Z', seen_at: '2026-11-24T12:00:00Z', shared_phone: false,
});

it('says of each other device in words whether it is on the same network, and shows no address', async () => {
  fakeServer({ 'GET /api/v1/me/sign-ins/': { body: [row('a', '203.0.…', true), row('b', '203.0.…'), row('c', '198.51.…'), row('d', '')] } });
  (await signedInAs(maya)).show(<SignInsScreen />);
  await screen.findByText('This one');

  const said = screen.getAllByRole('listitem').map(({ textContent }) => /On (?:the same|another) network/.exec(textContent)?.[0]);
  expect(said).toEqual([undefined, 'On the same network', 'On another network', undefined]);
  expect(screen.queryByText(/203\.0|198\.51/)).toBeNull();
});
