/** The server as the outbox sees it: post a piece of work, ask who is signed in. */
import { api, readJson, send } from './client';
import { isProblem } from './problem';

export async function post(path: string, body: Record<string, unknown>): Promise<{ status: number; body: unknown }> {
  const request = new Request(new URL(path, window.location.origin), {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
  const response = await send(request);
  return { status: response.status, body: await readJson(response) };
}

export async function whoAmI(): Promise<string | undefined> {
  try {
    return (await api.GET('/api/v1/me/')).data?.id;
  } catch (error) {
    if (isProblem(error) && (error.status === 401 || error.status === 403)) return undefined;
    throw error;
  }
}
