import { screen } from '@testing-library/preact';
import { expect, it } from 'vitest';

import { maya } from '../../testing/cast';
import { signedInAs } from '../../testing/render';
import { fakeServer } from '../../testing/server';
import { NoticeScreen } from './notice-screen';

const NOTICE = 'GET /api/v1/notice/';

it('says calmly that there is none yet, and offers nothing to try again', async () => {
  fakeServer({ [NOTICE]: { status: 404, body: { code: 'not_found', detail: 'Not found.' } } });
  (await signedInAs(maya)).show(<NoticeScreen />);

  expect(await screen.findByRole('heading', { name: 'There is no notice here yet' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

it('still says so when something is wrong, and what can be done', async () => {
  fakeServer({ [NOTICE]: { status: 400, body: { code: 'invalid', detail: 'No.' } } });
  (await signedInAs(maya)).show(<NoticeScreen />);

  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'There is no notice here yet' })).toBeNull();
});
