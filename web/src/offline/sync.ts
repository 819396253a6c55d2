/**
 * Sends unsent work: in order, one tab at a time, until the server says it has it. The server
 * knows each piece by its submission id, so a repeat after a lost answer makes no second row.
 */
import { keep } from './keeping';
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
/** What the server said to the newest wish to be contacted: when a person will see it. */
export const CONTACT_ANSWER = 'contact-answer';

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
  if (isReceived(reply)) {
    const next = await receive(vault, work, reply);
    return next && sendOne(vault, line, next);
  }
  if (reply.status === 401 || reply.status === 403) return 'sign_in_needed';
  if (reply.status === 409) return settleConflict(vault, line, tried, reply);
  if (isFinalRefusal(reply.status)) {
    await saveWork(vault, { ...tried, state: 'refused', trouble: troubleOf(reply) });
    return undefined;
  }
  return 'no_line';
}

/** Every answer of the server is an object; a hotel's sign-in page also says 200, but is none. */
const isReceived = ({ status, body }: Reply): boolean =>
  (status === 200 || status === 201) && typeof body === 'object' && body !== null;

/** Refusals that no retry would change; 408 and 429 only ask for patience. */
const isFinalRefusal = (status: number): boolean =>
  status >= 400 && status < 500 && status !== 408 && status !== 429;

/** Note that the server has it; returns what must be sent because of that. */
async function receive(vault: Vault, work: Work, reply: Reply): Promise<Work | undefined> {
  if (work.kind === 'check_in' || work.kind === 'diary_card') {
    const { id, on, version, mood } = reply.body as { id: string; on: string; version: number; mood?: number | null };
    await addReceipt(vault, { id, on, version, ...(mood === null && { part: true }) }, work.kind);
  }
  if (work.kind === 'contact') await keep(vault, CONTACT_ANSWER, { id: work.id, words: (reply.body as { words?: string }).words ?? '' });
  const next = work.shareAfter ? shareOf(work, reply) : undefined;
  // Stored before the practice goes: a stop in between asks twice rather than never.
  if (next) await saveWork(vault, next);
  await removeWork(work.id);
  return next;
}

/** Its own piece of work, of a fixed name: the practice's place at the server is known only now. */
function shareOf({ id, created }: Work, { body }: Reply): Work {
  const practice = (body as { id: string }).id;
  return { id: `share-${id}`, kind: 'share', path: `/api/v1/practices/${practice}/share/`, body: {}, created, attempts: 0, state: 'waiting', mayAmend: false };
}

async function settleConflict(vault: Vault, line: Line, work: Work, reply: Reply): Promise<SyncEnd | undefined> {
  const trouble = troubleOf(reply);
  if (work.mayAmend && trouble.amendPath !== undefined && work.path !== trouble.amendPath) {
    return sendOne(vault, line, { ...work, path: trouble.amendPath });
  }
  await saveWork(vault, { ...work, state: 'conflict', trouble });
  return undefined;
}

interface RefusalBody {
  code?: string;
  detail?: string;
  fields?: Record<string, string[]>;
  amend?: { href?: string };
  existing?: { version?: number } | null;
}

function troubleOf({ body }: Reply): Trouble {
  const { code = 'unknown', detail = '', fields = {}, ...way } = (body ?? {}) as RefusalBody;
  return { code, sentence: detail, fields: Object.values(fields).flat(), ...wayOut(way) };
}

/** What the refusal says about the answers that came first, and where newer ones may go. */
function wayOut({ amend, existing }: RefusalBody): Pick<Trouble, 'amendPath' | 'existingVersion'> {
  return {
    ...(existing?.version !== undefined && { existingVersion: existing.version }),
    ...(amend?.href !== undefined && { amendPath: new URL(amend.href, window.location.origin).pathname }),
  };
}
