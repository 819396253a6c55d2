/** The lock's questions to the server: is this still who was here, and is there still a session. */
import { csrfToken, readJson, send } from './client';
import { Problem } from './problem';
import { confirmCookie, signIn } from './session';

export type Unlocking = 'open' | 'wrong' | 'code_needed' | 'too_many';

/** Whether the server still knows this session; rejects when no answer came. */
export async function sessionStands(): Promise<boolean> {
  const response = await send(new Request(new URL('/api/v1/me/', window.location.origin)));
  return response.status !== 401;
}

/** Check the password of who is signed in; where the session is over, sign in with it anew. */
export async function unlockWith(email: string, password: string): Promise<Unlocking> {
  if (csrfToken() === '') await confirmCookie();
  const request = new Request(new URL('/_allauth/browser/v1/auth/reauthenticate', window.location.origin), {
    method: 'POST',
    body: JSON.stringify({ password }),
    headers: { 'Content-Type': 'application/json' },
  });
  const response = await send(request);
  if (response.status === 200) return 'open';
  if (response.status === 429) return 'too_many';
  if (response.status === 400) return 'wrong';
  return signInAnew(email, password, await readJson(response));
}

async function signInAnew(email: string, password: string, body: unknown): Promise<Unlocking> {
  if (isSignedIn(body)) return 'wrong';
  try {
    return (await signIn(email, password)) === 'done' ? 'open' : 'code_needed';
  } catch (error) {
    if (!(error instanceof Problem) || error.isOffline) throw error;
    return error.status === 429 ? 'too_many' : 'wrong';
  }
}

const isSignedIn = (body: unknown): boolean => (body as { meta?: { is_authenticated?: boolean } } | undefined)?.meta?.is_authenticated === true;
