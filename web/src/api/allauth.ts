/** One question to django-allauth's headless API, and what its answers mean. Nothing is kept here. */
import { readJson, send } from './client';
import { toProblem, type Problem } from './problem';

const ROOT = '/_allauth/browser/v1';
/** Who is here must show it once more before this is done. */
export const SHOW_AGAIN = 'show_again';

export interface Flow {
  id: string;
  is_pending?: boolean;
  types?: string[];
}

interface Said {
  code?: string;
  message?: string;
  param?: string;
}

export interface Answer<D = { flows?: Flow[]; user?: unknown }> {
  status: number;
  data: D | undefined;
  errors: Said[];
  meta: { secret?: string; totp_url?: string; is_authenticated?: boolean };
}

let before: Promise<unknown> = Promise.resolve();

/**
 * Ask one thing after the other. Offering a passkey begins a session, as signing in does: of two
 * answers on their way at once, the later would take the cookie of the other away.
 */
export function ask<D = Answer['data']>(method: string, path: string, body?: object): Promise<Answer<D>> {
  const answer = before.then(() => askNow<D>(method, path, body));
  before = answer.catch(() => undefined);
  return answer;
}

async function askNow<D>(method: string, path: string, body?: object): Promise<Answer<D>> {
  const request = new Request(new URL(ROOT + path, window.location.origin), {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  const response = await send(request);
  const said = ((await readJson(response)) ?? {}) as Partial<Answer<D>> & { code?: string; detail?: string };
  // What our own rules refuse comes in our own shape, and means the same.
  const own = said.detail === undefined ? [] : [{ ...(said.code !== undefined && { code: said.code }), message: said.detail }];
  return { status: response.status, data: said.data, errors: said.errors ?? own, meta: said.meta ?? {} };
}

/** What was refused, each sentence beside the field that it is about. */
export function refused({ status, errors }: Answer<unknown>): Problem {
  const first: Said = errors[0] ?? {};
  const fields = fieldsOf(errors);
  return toProblem(status, { code: first.code ?? 'unknown', detail: first.message ?? '', ...(fields && { fields }) });
}

function fieldsOf(errors: readonly Said[]): Record<string, string[]> | undefined {
  const fields: Record<string, string[]> = {};
  for (const { param, message = '' } of errors) if (param !== undefined) (fields[param] ??= []).push(message);
  return Object.keys(fields).length > 0 ? fields : undefined;
}

/**
 * Ask for something of one's own. A 401 to somebody who is signed in wants them to show once more
 * who they are; it becomes a 403, for nobody is signed out by it.
 */
export async function askDoor<D = unknown>(method: string, path: string, body?: object, also: readonly number[] = []): Promise<Answer<D>> {
  const answer = await ask<D>(method, path, body);
  if (answer.status === 200 || also.includes(answer.status)) return answer;
  if (answer.status === 401 && answer.meta.is_authenticated === true) throw toProblem(403, { code: SHOW_AGAIN, detail: '' });
  throw refused(answer);
}
