/**
 * The one way to the server's API. It adds the CSRF header and a time limit, and turns every
 * failure into a Problem. It shows nothing and stores nothing.
 */
import createClient, { type Middleware } from 'openapi-fetch';

import { noteServerTime } from '../lib/clock-off';
import { language } from '../lib/strings';
import { offlineProblem, toProblem } from './problem';
import type { paths } from './schema';

const TIME_LIMIT = 20_000;

/** Django's token; the name has a prefix where cookies are sent over https only. */
export function csrfToken(): string {
  const match = /(?:^|; )(?:__Host-)?csrftoken=([^;]+)/.exec(document.cookie);
  return decodeURIComponent(match?.[1] ?? '');
}

let along: (() => Record<string, string>) | undefined;

/** What every request says of this device: for how long nobody touched it, and whether it is shared. */
export function sendAlong(headers: () => Record<string, string>): void {
  along = headers;
}

/** fetch with our headers and time limit; rejects with an offline Problem when no answer came. */
export async function send(request: Request): Promise<Response> {
  request.headers.set('Accept', 'application/json');
  request.headers.set('Accept-Language', language);
  for (const [name, value] of Object.entries(along?.() ?? {})) request.headers.set(name, value);
  if (request.method !== 'GET') request.headers.set('X-CSRFToken', csrfToken());
  const limit = AbortSignal.timeout(TIME_LIMIT);
  try {
    const response = await fetch(request, { credentials: 'same-origin', signal: limit });
    // What others may read can come from this device, with the time at which it was asked for.
    if (request.url.endsWith('/me/')) noteServerTime(response.headers.get('Date'));
    return response;
  } catch {
    throw offlineProblem();
  }
}

const refuse: Middleware = {
  async onResponse({ response }) {
    if (response.ok) return;
    throw toProblem(response.status, await readJson(response));
  },
};

export async function readJson(response: Response): Promise<unknown> {
  try {
    return (await response.json()) as unknown;
  } catch {
    return undefined;
  }
}

export const api = createClient<paths>({ baseUrl: window.location.origin, fetch: send });
api.use(refuse);

/** The body of an answer that passed `refuse`; a body that is missing is a server fault. */
export function bodyOf<T>(answer: { data?: T; response: Response }): T {
  if (answer.data === undefined) throw toProblem(answer.response.status, undefined);
  return answer.data;
}
