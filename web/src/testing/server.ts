/** A stand-in for the server at the edge of the app: canned answers by method and path. */
import { vi } from 'vitest';

export interface Canned {
  status?: number;
  body?: unknown;
}

export type Routes = Record<string, Canned | ((body: unknown) => Canned)>;

export interface FakeServer {
  /** What was asked, in order: “POST /api/v1/check-ins/”. */
  asked: string[];
  bodies: unknown[];
  /** With no line every request fails, as a phone without a signal. */
  line: boolean;
  routes: Routes;
}

export function fakeServer(routes: Routes = {}): FakeServer {
  const server: FakeServer = { asked: [], bodies: [], line: true, routes };
  vi.stubGlobal('fetch', async (request: Request) => {
    if (!server.line) throw new TypeError('Failed to fetch');
    const name = `${request.method} ${new URL(request.url).pathname}`;
    const text = await request.text();
    const body: unknown = text ? JSON.parse(text) : undefined;
    server.asked.push(name);
    server.bodies.push(body);
    const route = server.routes[name] ?? { status: 404, body: { code: 'not_found', detail: 'Not found.' } };
    const { status = 200, body: answer = {} } = typeof route === 'function' ? route(body) : route;
    return new Response(JSON.stringify(answer), { status, headers: { 'Content-Type': 'application/json' } });
  });
  return server;
}
