import { beforeEach, describe, expect, it } from 'vitest';

import { ben, maya } from '../testing/cast';
import { listReceipts, listWork, saveWork, type Work } from './queue';
import { sendAll, type Line, type Reply } from './sync';
import { openVault, type Vault } from './vault';

let vault: Vault;

beforeEach(async () => {
  vault = await openVault(maya.id);
});

const checkIn = (id: string, created: number, part: Partial<Work> = {}): Work => ({
  id,
  kind: 'check_in',
  path: '/api/v1/check-ins/',
  body: { submission_id: id, on: `2026-11-${20 + created}`, mood: 5 },
  created,
  attempts: 0,
  state: 'waiting',
  mayAmend: false,
  ...part,
});

const received = (body: Record<string, unknown>): Reply => ({ status: 201, body: { id: `row-${String(body['submission_id'])}`, on: body['on'], version: 1 } });

/** A line that answers with the given replies in turn, and notes what was sent. */
function lineOf(person: string | undefined, ...replies: (Reply | 'lost' | 'ok')[]): Line & { sent: string[] } {
  const sent: string[] = [];
  const take = (path: string, body: Record<string, unknown>): Promise<Reply> => {
    sent.push(`${String(body['submission_id'])} ${path}`);
    const reply = replies.shift() ?? 'ok';
    if (reply === 'lost') return Promise.reject(new Error('no answer'));
    return Promise.resolve(reply === 'ok' ? received(body) : reply);
  };
  return { sent, whoAmI: () => Promise.resolve(person), post: take, put: (path, body) => take(`put ${path}`, body) };
}

const refusedBecause = (code: string, more: object = {}): Reply => ({ status: 409, body: { code, detail: 'A sentence.', ...more } });
const amend = { amend: { method: 'POST', href: 'http://localhost:3000/api/v1/check-ins/first/amendments/' } };
const states = async (): Promise<string[]> => (await listWork(vault)).map(({ state }) => state);

describe('sending', () => {
  it('goes in the order in which things were saved, and leaves a receipt', async () => {
    await saveWork(vault, checkIn('b', 2));
    await saveWork(vault, checkIn('a', 1));
    const line = lineOf(maya.id);

    expect(await sendAll(vault, line)).toBe('empty');
    expect(line.sent.map((one) => one[0])).toEqual(['a', 'b']);
    expect(await listWork(vault)).toEqual([]);
    expect(await listReceipts(vault)).toContainEqual({ id: 'row-a', on: '2026-11-21', version: 1 });
  });

  it('after a lost answer sends the same id again, and nothing behind it first', async () => {
    await saveWork(vault, checkIn('a', 1));
    await saveWork(vault, checkIn('b', 2));

    expect(await sendAll(vault, lineOf(maya.id, 'lost'))).toBe('no_line');
    const again = lineOf(maya.id, { status: 200, body: { id: 'row-a', on: '2026-11-21', version: 1 } });
    await sendAll(vault, again);

    expect(again.sent.map((one) => one[0])).toEqual(['a', 'b']);
  });

  it('a page that is not ours (a hotel’s sign-in page) does not count as received', async () => {
    await saveWork(vault, checkIn('a', 1));

    expect(await sendAll(vault, lineOf(maya.id, { status: 200, body: undefined }))).toBe('no_line');
    expect(await states()).toEqual(['waiting']);
  });

  it.each([500, 502, 503, 429, 408])('%i is tried again later', async (status) => {
    await saveWork(vault, checkIn('a', 1));

    expect(await sendAll(vault, lineOf(maya.id, { status, body: {} }))).toBe('no_line');
    expect(await states()).toEqual(['waiting']);
    expect((await listWork(vault))[0]?.attempts).toBe(1);
  });

  it.each([401, 403])('%i keeps everything and asks to sign in', async (status) => {
    await saveWork(vault, checkIn('a', 1));

    expect(await sendAll(vault, lineOf(maya.id, { status, body: {} }))).toBe('sign_in_needed');
    expect(await states()).toEqual(['waiting']);
  });

  it('Maya’s answers are never sent while Ben is signed in', async () => {
    await saveWork(vault, checkIn('a', 1));
    const line = lineOf(ben.id);

    expect(await sendAll(vault, line)).toBe('sign_in_needed');
    expect(line.sent).toEqual([]);
  });

  it('a refusal is kept with its sentences, and the next one still goes', async () => {
    await saveWork(vault, checkIn('a', 1));
    await saveWork(vault, checkIn('b', 2));
    const refusal: Reply = { status: 400, body: { code: 'invalid', detail: 'Look again.', fields: { mood: ['Too high.'] } } };

    expect(await sendAll(vault, lineOf(maya.id, refusal))).toBe('empty');

    const [kept] = await listWork(vault);
    expect(kept?.state).toBe('refused');
    expect(kept?.trouble).toMatchObject({ code: 'invalid', sentence: 'Look again.', fields: ['Too high.'] });
    expect(await listReceipts(vault)).toHaveLength(1);
  });
});

describe('a day that was checked in before', () => {
  it('waits for the person, with the way to amend', async () => {
    await saveWork(vault, checkIn('a', 1));

    await sendAll(vault, lineOf(maya.id, refusedBecause('already_checked_in', amend)));

    const [kept] = await listWork(vault);
    expect(kept?.state).toBe('conflict');
    expect(kept?.trouble?.amendPath).toBe('/api/v1/check-ins/first/amendments/');
  });

  it('is amended at once when the person was changing their answers', async () => {
    await saveWork(vault, checkIn('a', 1, { mayAmend: true }));
    const line = lineOf(maya.id, refusedBecause('already_checked_in', amend));

    expect(await sendAll(vault, line)).toBe('empty');
    expect(line.sent).toEqual(['a /api/v1/check-ins/', 'a /api/v1/check-ins/first/amendments/']);
    expect(await listWork(vault)).toEqual([]);
  });

  it('the same id with other answers is a conflict, not a loop', async () => {
    await saveWork(vault, checkIn('a', 1, { mayAmend: true }));

    await sendAll(vault, lineOf(maya.id, refusedBecause('submission_conflict')));

    expect(await states()).toEqual(['conflict']);
  });
});

describe('a diary card', () => {
  const card = (part: Partial<Work> = {}): Work => ({ ...checkIn('d', 3), kind: 'diary_card', path: '/api/v1/diary-cards/2026-11-23/', method: 'PUT', ...part });

  it('is put, not posted, and leaves a receipt of its own', async () => {
    await saveWork(vault, card());
    const line = lineOf(maya.id);

    expect(await sendAll(vault, line)).toBe('empty');
    expect(line.sent).toEqual(['d put /api/v1/diary-cards/2026-11-23/']);
    expect(await listReceipts(vault, 'diary_card')).toEqual([{ id: 'row-d', on: '2026-11-23', version: 1 }]);
    expect(await listReceipts(vault)).toEqual([]);
  });

  it('that another phone was quicker with waits, and knows which version came first', async () => {
    await saveWork(vault, card());
    const href = '/api/v1/diary-cards/2026-11-23/';

    await sendAll(vault, lineOf(maya.id, refusedBecause('newer_version', { existing: { id: 'x', version: 4 }, amend: { method: 'PUT', href } })));

    expect((await listWork(vault))[0]?.trouble).toMatchObject({ amendPath: href, existingVersion: 4 });
  });
});

describe('a practice that is to be shared', () => {
  const practice = (id: string): Work => ({ ...checkIn(id, 1), kind: 'practice', path: '/api/v1/practices/', body: { submission_id: id }, shareAfter: true });

  it('is shared once it is received', async () => {
    await saveWork(vault, practice('p'));
    const line = lineOf(maya.id);

    expect(await sendAll(vault, line)).toBe('empty');
    expect(line.sent.map((one) => one.split(' ')[1])).toEqual(['/api/v1/practices/', '/api/v1/practices/row-p/share/']);
    expect(await listWork(vault)).toEqual([]);
  });

  it('keeps the wish when the line goes in between', async () => {
    await saveWork(vault, practice('p'));

    expect(await sendAll(vault, lineOf(maya.id, 'ok', 'lost'))).toBe('no_line');
    expect((await listWork(vault)).map(({ kind }) => kind)).toEqual(['share']);
    const line = lineOf(maya.id);
    await sendAll(vault, line);
    expect(line.sent).toHaveLength(1);
    expect(await listWork(vault)).toEqual([]);
  });
});
