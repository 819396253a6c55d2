/**
 * Signing in and out, as django-allauth's headless API wants it. The session itself is a cookie
 * that no script can read. Nothing is kept here.
 */
import { csrfToken, readJson, send } from './client';
import { toProblem, type Problem } from './problem';

const ROOT = '/_allauth/browser/v1';
const OWED_SIGN_OUT = 'foothold.owed-sign-out';

export type SignInStep = 'done' | 'code_needed';

interface Flows {
  data?: { flows?: { id: string; is_pending?: boolean }[]; user?: unknown };
  errors?: { code?: string; message?: string }[];
  meta?: { secret?: string; totp_url?: string };
}

interface Answer {
  status: number;
  body: Flows;
}

async function ask(method: string, path: string, body?: object): Promise<Answer> {
  const request = new Request(new URL(ROOT + path, window.location.origin), {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  const response = await send(request);
  return { status: response.status, body: ((await readJson(response)) ?? {}) };
}

const refused = ({ status, body }: Answer): Problem =>
  toProblem(status, { code: body.errors?.[0]?.code ?? 'unknown', detail: body.errors?.[0]?.message ?? '' });

/** Offer e-mail and password; throws Problem when they are refused. */
export async function signIn(email: string, password: string): Promise<SignInStep> {
  const answer = await ask('POST', '/auth/login', { email, password });
  // 409: this browser is signed in already; the caller asks who it is.
  if (answer.status === 200 || answer.status === 409) return 'done';
  const pending = answer.body.data?.flows?.find((flow) => flow.is_pending);
  if (answer.status === 401 && pending?.id === 'mfa_authenticate') return 'code_needed';
  throw refused(answer);
}

/** Offer the six digits of the second step. */
export async function enterCode(code: string): Promise<void> {
  const answer = await ask('POST', '/auth/2fa/authenticate', { code });
  if (answer.status !== 200) throw refused(answer);
}

export interface TotpSecret {
  secret: string;
  url: string;
}

/** A fresh secret to put into an authenticator app; throws Problem(401) when sign-in is too old. */
export async function startSecondFactor(): Promise<TotpSecret> {
  const answer = await ask('GET', '/account/authenticators/totp');
  const { secret, totp_url: url } = answer.body.meta ?? {};
  if (answer.status !== 404 || secret === undefined) throw refused(answer);
  return { secret, url: url ?? '' };
}

/** Switch the second factor on by proving that the app shows the right code. */
export async function finishSecondFactor(code: string): Promise<void> {
  const answer = await ask('POST', '/account/authenticators/totp', { code });
  if (answer.status !== 200) throw refused(answer);
}

/**
 * End the session at the server. With no connection the debt is remembered (a flag, nothing
 * personal), because the cookie outlives the local wipe.
 */
export async function signOut(): Promise<void> {
  localStorage.setItem(OWED_SIGN_OUT, '1');
  await payOwedSignOut().catch(() => undefined);
}

export const owesSignOut = (): boolean => localStorage.getItem(OWED_SIGN_OUT) !== null;

/** End the session that an offline sign-out left behind; throws Problem while there is no line. */
export async function payOwedSignOut(): Promise<void> {
  const answer = await ask('DELETE', '/auth/session');
  // 401 is the server's way of saying that nobody is signed in now.
  if (answer.status === 200 || answer.status === 401) localStorage.removeItem(OWED_SIGN_OUT);
  else throw refused(answer);
}

/** Make sure the browser holds the CSRF cookie; any answer of /me/ sets it, even a refusal. */
export async function confirmCookie(): Promise<void> {
  if (csrfToken() === '') await send(new Request(new URL('/api/v1/me/', window.location.origin)));
}
