/**
 * Sends unsent work: in order, one tab at a time, until the server says it has it. The server
 * knows each piece by its submission id, so a repeat after a lost answer makes no second row.
 */
import { addReceipt, listWork, removeWork, saveWork, type Trouble, type Work } from './queue';
import type { Vault } from './vault';

export interface Reply {
  status: number;
  body: unknown;
}

/** What sync needs of the world; tests bring their own. */
export interface Line {
  /** Post and give back the answer, whatever its status; reject when none came. */
  post: (path: string, body: Record<string, unknown>) => Promise<Reply>;
  put: (path: string, body: Record<string, unknown>) => Promise<Reply>;
  /** Who the server says is signed in; undefined when nobody is; reject when no answer came. */
  whoAmI: () => Promise<string | undefined>;
}

export type SyncEnd = 'empty' | 'no_line' | 'sign_in_needed';

const LOCK = 'foothold-sync';

/** Send what waits, unless another tab is at it. */
export async function sendAll(vault: Vault, line: Line): Promise<SyncEnd> {
  const run = (): Promise<SyncEnd> => sendInOrder(vault, line);
  return 'locks' in navigator ? navigator.locks.request(LOCK, run) : run();
}

async function sendInOrder(vault: Vault, line: Line): Promise<SyncEnd> {
  const waiting = (await listWork(vault)).filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return 'empty';
  try {
    // The cookie may belong to someone who signed in later: never send under another name.
    if ((await line.whoAmI()) !== vault.person) return 'sign_in_needed';
    for (const work of waiting) {
      const end = await sendOne(vault, line, work);
      if (end) return end;
    }
  } catch {
    return 'no_line';
  }
  return 'empty';
}

/** Send one piece; returns why the run must stop, or nothing when the next may go. */
async function sendOne(vault: Vault, line: Line, work: Work): Promise<SyncEnd | undefined> {
  const tried = { ...work, attempts: work.attempts + 1 };
  await saveWork(vault, tried);
  const reply = await (work.method === 'PUT' ? line.put(work.path, work.body) : line.post(work.path, work.body));
  if (reply.status === 200 || reply.status === 201) {
    await receive(vault, work, reply);
    return undefined;
  }
  if (reply.status === 401 || reply.status === 403) return 'sign_in_needed';
  if (reply.status === 409) return settleConflict(vault, line, tried, reply);
  if (isFinalRefusal(reply.status)) {
    await saveWork(vault, { ...tried, state: 'refused', trouble: troubleOf(reply) });
    return undefined;
  }
  return 'no_line';
}

/** Refusals that no retry would change; 408 and 429 only ask for patience. */
const isFinalRefusal = (status: number): boolean =>
  status >= 400 && status < 500 && status !== 408 && status !== 429;

async function receive(vault: Vault, work: Work, reply: Reply): Promise<void> {
  if (work.kind !== 'practice') {
    const { id, on, version } = reply.body as { id: string; on: string; version: number };
    await addReceipt(vault, { id, on, version }, work.kind);
  }
  await removeWork(work.id);
}

async function settleConflict(vault: Vault, line: Line, work: Work, reply: Reply): Promise<SyncEnd | undefined> {
  const trouble = troubleOf(reply);
  if (work.mayAmend && trouble.amendPath !== undefined && work.path !== trouble.amendPath) {
    return sendOne(vault, line, { ...work, path: trouble.amendPath });
  }
  await saveWork(vault, { ...work, state: 'conflict', trouble });
  return undefined;
}

function troubleOf({ body }: Reply): Trouble {
  const { code, detail, fields, amend, existing } = (body ?? {}) as {
    code?: string;
    detail?: string;
    fields?: Record<string, string[]>;
    amend?: { href?: string };
    existing?: { version?: number } | null;
  };
  return {
    code: code ?? 'unknown',
    sentence: detail ?? '',
    fields: Object.values(fields ?? {}).flat(),
    ...(existing?.version !== undefined && { existingVersion: existing.version }),
    ...(amend?.href !== undefined && { amendPath: new URL(amend.href, window.location.origin).pathname }),
  };
}
