/** How one day's check-in stands, from what is unsent here and what the server has. */
import type { CheckIn } from '../api/types';
import type { Snapshot } from './outbox';
import type { Work } from './queue';

export type DayStanding = 'none' | 'saved' | 'received' | 'refused' | 'conflict';

export interface CheckInDay {
  standing: DayStanding;
  /** The newest unsent answers for the day. */
  work: Work | undefined;
  /** What the server has, when it could be asked. */
  checkIn: CheckIn | undefined;
}

export const checkInDraftName = (on: string): string => `check-in:${on}`;

export function standingOf(on: string, outbox: Snapshot, history: readonly CheckIn[] | undefined): CheckInDay {
  const work = outbox.work.filter((one) => one.kind === 'check_in' && one.body['on'] === on).at(-1);
  const checkIn = history?.find((one) => one.on === on);
  const standing = workStanding(work) ?? (isReceived(on, outbox, checkIn) ? 'received' : 'none');
  return { standing, work, checkIn };
}

/** A hard answer sent ahead of the rest is not yet the day's check-in. */
function workStanding(work: Work | undefined): DayStanding | undefined {
  if (!work) return undefined;
  if (work.state !== 'waiting') return work.state;
  return work.body['mood'] === undefined ? undefined : 'saved';
}

function isReceived(on: string, { receipts }: Snapshot, checkIn: CheckIn | undefined): boolean {
  if (checkIn) return checkIn.mood !== null;
  return receipts.some((receipt) => receipt.on === on && !receipt.part);
}
