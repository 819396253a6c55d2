/**
 * Signing in and out, as django-allauth's headless API wants it. The session itself is a cookie
 * that no script can read. Nothing is kept here.
 */
import { ask, refused, type Flow } from './allauth';
import { csrfToken, send } from './client';

const OWED_SIGN_OUT = 'foothold.owed-sign-out';

export type SignInStep = 'done' | 'code_needed';

let steps: readonly string[] = [];

/** What the second step may be for who offered the password last. */
export const secondSteps = (): readonly string[] => steps;

const pendingOf = ({ data }: { data?: { flows?: Flow[] } | undefined }): Flow | undefined => data?.flows?.find((flow) => flow.is_pending);

/** Offer e-mail and password; throws Problem when they are refused. */
export async function signIn(email: string, password: string): Promise<SignInStep> {
  const answer = await ask('POST', '/auth/login', { email, password });
  // 409: this browser is signed in already; the caller asks who it is.
  if (answer.status === 200 || answer.status === 409) return 'done';
  const pending = answer.status === 401 && pendingOf(answer);
  if (pending && pending.id === 'mfa_authenticate') {
    steps = pending.types ?? [];
    return 'code_needed';
  }
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
  const { secret, totp_url: url } = answer.meta;
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
