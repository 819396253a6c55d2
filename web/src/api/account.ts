/** How I sign in: passkeys, the app with codes, recovery codes, password, e-mail, and where I am signed in. */
import { queryOptions } from '@tanstack/react-query';

import { ask, askDoor, refused } from './allauth';
import { api, bodyOf } from './client';
import type { components } from './schema';

export const ACCOUNT = ['account'] as const;
export const SIGN_INS = ['sign-ins'] as const;
export type SignIn = components['schemas']['SignInOutput'];

export type Factor =
  | { type: 'totp'; created_at: number }
  | { type: 'recovery_codes'; total_code_count: number; unused_code_count: number }
  | { type: 'webauthn'; id: number; name: string; created_at: number; last_used_at?: number | null };

export const factorsQuery = queryOptions({
  queryKey: [...ACCOUNT, 'factors'],
  queryFn: async () => (await askDoor<Factor[]>('GET', '/account/authenticators')).data ?? [],
});

export const renamePasskey = ({ id, name }: { id: number; name: string }) => askDoor('PUT', '/account/authenticators/webauthn', { id, name });
export const removePasskey = (id: number) => askDoor('DELETE', '/account/authenticators/webauthn', { authenticators: [id] });

/** A fresh secret for an app, while there is none: that is what its 404 says. */
export async function appSecret(): Promise<{ secret: string; url: string }> {
  const { meta } = await askDoor('GET', '/account/authenticators/totp', undefined, [404]);
  return { secret: meta.secret ?? '', url: meta.totp_url ?? '' };
}

export const addApp = (code: string) => askDoor('POST', '/account/authenticators/totp', { code });
export const removeApp = () => askDoor('DELETE', '/account/authenticators/totp');

/** New recovery codes, shown this once; the old ones end. */
export async function newCodes(): Promise<readonly string[]> {
  const { data } = await askDoor<{ unused_codes?: string[] }>('POST', '/account/authenticators/recovery-codes');
  return data?.unused_codes ?? [];
}

export interface NewPassword {
  current_password: string;
  new_password: string;
}

export const changePassword = (value: NewPassword) => askDoor('POST', '/account/password/change', value);

/** Write to another address from now on; a code goes there first. */
export const changeEmail = (email: string) => askDoor('POST', '/account/email', { email });

/** Show that the new address is one's own. */
export const confirmEmail = (key: string) => askDoor('POST', '/auth/email/verify', { key });

export const provePassword = (password: string) => askDoor('POST', '/auth/reauthenticate', { password });
export const proveCode = (code: string) => askDoor('POST', '/auth/2fa/reauthenticate', { code });

/** Ask for a link to a new password. The answer is the same whether or not there is an account. */
export const askForPassword = (email: string) => askDoor('POST', '/auth/password/request', { email });

/** Set a new password with the key of the link. 401 says: done, now sign in. */
export async function setPassword({ key, password }: { key: string; password: string }): Promise<void> {
  const answer = await ask('POST', '/auth/password/reset', { key, password });
  if (answer.status !== 200 && answer.status !== 401) throw refused(answer);
}

export const signInsQuery = queryOptions({ queryKey: SIGN_INS, queryFn: async () => bodyOf(await api.GET('/api/v1/me/sign-ins/')) });
export const endSignIn = (number: number) => api.DELETE('/api/v1/me/sign-ins/{number}/', { params: { path: { number } } });
export const endOtherSignIns = () => api.DELETE('/api/v1/me/sign-ins/');
