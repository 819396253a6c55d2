/**
 * Unsent work, in order, sealed on the device. A row leaves only when the server has it or the
 * person removes it. Sending is sync.ts.
 */
import { readRows, removeRow, writeRow } from './database';
import { keep, recall } from './keeping';
import { tellTabs } from './tabs';
import { seal, unseal, type Sealed, type Vault } from './vault';

export type WorkKind = 'check_in' | 'practice' | 'diary_card' | 'share' | 'urge' | 'lapse' | 'goal' | 'questionnaire' | 'questionnaire_part' | 'follow_up' | 'lesson' | 'lesson_check' | 'lesson_notes' | 'contact';
/** waiting: will be sent. refused, conflict: kept until the person decides. */
export type WorkState = 'waiting' | 'refused' | 'conflict';

export interface Trouble {
  code: string;
  sentence: string;
  fields: string[];
  /** Where newer answers for the same day may be sent instead. */
  amendPath?: string;
  /** The version that came first, which newer answers would replace. */
  existingVersion?: number;
}

export interface Work {
  id: string;
  kind: WorkKind;
  path: string;
  /** How it is sent; absent: POST. */
  method?: 'PUT';
  body: Record<string, unknown>;
  created: number;
  attempts: number;
  state: WorkState;
  /** The person is changing a day they may have sent already: amend without asking. */
  mayAmend: boolean;
  /** A practice whose words the care team may read once it is received. */
  shareAfter?: boolean;
  trouble?: Trouble;
}

export interface Receipt {
  on: string;
  id: string;
  version: number;
  /** Only a hard answer that was sent ahead of the rest. */
  part?: boolean;
}

interface Row {
  id: string;
  created: number;
  sealed: Sealed;
}

/** Where the receipts of each kind of day lie. */
const RECEIPTS: Partial<Record<WorkKind, string>> = { check_in: 'receipts', diary_card: 'diary-receipts' };
const RECEIPTS_KEPT = 3;

export async function saveWork(vault: Vault, work: Work): Promise<void> {
  const { id, created, ...rest } = work;
  const row: Row = { id, created, sealed: await seal(vault, id, rest) };
  await writeRow('queue', row);
  tellTabs('queue-changed');
}

/** Everything unsent, oldest first. */
export async function listWork(vault: Vault): Promise<Work[]> {
  const rows = (await readRows('queue')) as Row[];
  rows.sort((a, b) => a.created - b.created || a.id.localeCompare(b.id));
  const opened = await Promise.all(rows.map((row) => openRow(vault, row)));
  return opened.filter((work) => work !== undefined);
}

/** A row of another key (another tab has just changed the person) must not hold up the rest. */
async function openRow(vault: Vault, { id, created, sealed }: Row): Promise<Work | undefined> {
  try {
    const rest = (await unseal(vault, id, sealed)) as Omit<Work, 'id' | 'created'>;
    return { id, created, ...rest };
  } catch {
    return undefined;
  }
}

/** How many rows wait, without opening them: for a person who is not signed in. */
export const countWork = async (): Promise<number> => (await readRows('queue')).length;

export async function removeWork(id: string): Promise<void> {
  await removeRow('queue', id);
  tellTabs('queue-changed');
}

export async function listReceipts(vault: Vault, kind: WorkKind = 'check_in'): Promise<Receipt[]> {
  const name = RECEIPTS[kind];
  return ((name && (await recall(vault, name))) as Receipt[] | undefined) ?? [];
}

/** Remember that a day was received, so that the app can say so without a line. */
export async function addReceipt(vault: Vault, receipt: Receipt, kind: WorkKind = 'check_in'): Promise<void> {
  const name = RECEIPTS[kind];
  if (name === undefined) return;
  const others = (await listReceipts(vault, kind)).filter(({ on }) => on !== receipt.on);
  const newest = [...others, receipt].sort((a, b) => b.on.localeCompare(a.on)).slice(0, RECEIPTS_KEPT);
  await keep(vault, name, newest);
}
