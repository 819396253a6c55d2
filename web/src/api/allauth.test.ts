import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { ask } from './allauth';

/** Every request waits until it is answered here. */
let sent: { path: string; answer: (response: Response) => void; fail: () => void }[];

const answered = (status = 200): Response => new Response('{}', { status });
const aMoment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const paths = (): string[] => sent.map(({ path }) => path);

beforeEach(() => {
  sent = [];
  vi.stubGlobal(
    'fetch',
    (request: Request) =>
      new Promise<Response>((resolve, reject) => {
        sent.push({ path: new URL(request.url).pathname.replace('/_allauth/browser/v1', ''), answer: resolve, fail: () => reject(new TypeError('no line')) });
      }),
  );
});
afterEach(() => vi.unstubAllGlobals());

it('asks one thing after the other, for each answer may bring another session', async () => {
  const offered = ask('GET', '/auth/webauthn/login');
  const signedIn = ask('POST', '/auth/login', {});
  await aMoment();
  expect(paths()).toEqual(['/auth/webauthn/login']);

  sent[0]?.answer(answered());
  await offered;
  await aMoment();
  expect(paths()).toEqual(['/auth/webauthn/login', '/auth/login']);

  sent[1]?.answer(answered(401));
  expect((await signedIn).status).toBe(401);
});

it('goes on after a question that found no line', async () => {
  const lost = ask('GET', '/auth/webauthn/login');
  const next = ask('POST', '/auth/login', {});
  await aMoment();

  sent[0]?.fail();

  await expect(lost).rejects.toMatchObject({ status: 0 });
  await aMoment();
  sent[1]?.answer(answered());
  expect((await next).status).toBe(200);
});
