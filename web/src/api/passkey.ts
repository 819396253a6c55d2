/** Passkeys: what the server asks, what the device answers, and both written as JSON. */
import { askDoor } from './allauth';
import { isProblem, Problem } from './problem';

export const canUsePasskeys = (): boolean => typeof PublicKeyCredential === 'function';

const toBytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
const toText = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

interface Named {
  id: string;
  type: 'public-key';
}

interface CreationJson extends Omit<PublicKeyCredentialCreationOptions, 'challenge' | 'user' | 'excludeCredentials'> {
  challenge: string;
  user: { id: string; name: string; displayName: string };
  excludeCredentials?: Named[];
}

interface RequestJson extends Omit<PublicKeyCredentialRequestOptions, 'challenge' | 'allowCredentials'> {
  challenge: string;
  allowCredentials?: Named[];
}

const named = (list: Named[] = []): PublicKeyCredentialDescriptor[] => list.map(({ id, type }) => ({ id: toBytes(id), type }));

/** The person said no, or the device could not: told apart from what the server refuses. */
const stopped = (): Problem => new Problem(400, { code: 'stopped', detail: '', members: {} });

export const wasStopped = (error: unknown): boolean => isProblem(error, 'stopped');

/** Make a passkey on this device and tell the server of it. */
export async function addPasskey(name: string): Promise<void> {
  const { data } = await askDoor('GET', '/account/authenticators/webauthn?passwordless');
  const asked = (data as { creation_options: { publicKey: CreationJson } }).creation_options.publicKey;
  const publicKey = { ...asked, challenge: toBytes(asked.challenge), user: { ...asked.user, id: toBytes(asked.user.id) }, excludeCredentials: named(asked.excludeCredentials) };
  const made = await navigator.credentials.create({ publicKey }).catch(() => null);
  if (!(made instanceof PublicKeyCredential)) throw stopped();
  const answer = made.response as AuthenticatorAttestationResponse;
  const response = { clientDataJSON: toText(answer.clientDataJSON), attestationObject: toText(answer.attestationObject), transports: answer.getTransports() };
  await askDoor('POST', '/account/authenticators/webauthn', { name, credential: { ...outside(made), response } });
}

const outside = (made: PublicKeyCredential) => ({
  id: made.id,
  rawId: toText(made.rawId),
  type: made.type,
  clientExtensionResults: made.getClientExtensionResults(),
});

/** Where a passkey is shown: to come in, as the second step, or once more. */
export type Door = 'login' | 'authenticate' | 'reauthenticate';

/** Show a passkey. `waiting` lets the browser offer it in the e-mail field, and may end it. */
export async function showPasskey(door: Door, waiting?: AbortSignal): Promise<void> {
  const path = `/auth/webauthn/${door}`;
  // 409 at the door: this browser is signed in already, and the caller asks who it is.
  const also = door === 'login' ? [409] : [];
  const { status, data } = await askDoor('GET', path, undefined, also);
  if (status === 409) return;
  const asked = (data as { request_options: { publicKey: RequestJson } }).request_options.publicKey;
  const publicKey = { ...asked, challenge: toBytes(asked.challenge), allowCredentials: named(asked.allowCredentials) };
  const shown = await navigator.credentials.get({ publicKey, ...(waiting && { mediation: 'conditional', signal: waiting }) }).catch(() => null);
  if (!(shown instanceof PublicKeyCredential)) throw stopped();
  const answer = shown.response as AuthenticatorAssertionResponse;
  const response = {
    clientDataJSON: toText(answer.clientDataJSON),
    authenticatorData: toText(answer.authenticatorData),
    signature: toText(answer.signature),
    ...(answer.userHandle && { userHandle: toText(answer.userHandle) }),
  };
  await askDoor('POST', path, { credential: { ...outside(shown), response } }, also);
}
