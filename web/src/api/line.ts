/** The server as the outbox sees it: post or put a piece of work, ask who is signed in. */
import { api, readJson, send } from './client';
import { isProblem } from './problem';

type Body = Record<string, unknown>;

interface Answer {
  status: number;
  body: unknown;
}

async function sendBody(method: 'POST' | 'PUT', path: string, body: Body): Promise<Answer> {
  const request = new Request(new URL(path, window.location.origin), {
    method,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
  const response = await send(request);
  return { status: response.status, body: await readJson(response) };
}

export const post = (path: string, body: Body): Promise<Answer> => sendBody('POST', path, body);
export const put = (path: string, body: Body): Promise<Answer> => sendBody('PUT', path, body);

export async function whoAmI(): Promise<string | undefined> {
  try {
    return (await api.GET('/api/v1/me/')).data?.id;
  } catch (error) {
    if (isProblem(error) && (error.status === 401 || error.status === 403)) return undefined;
    throw error;
  }
}
