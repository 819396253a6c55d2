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
  if (work) return { standing: work.state === 'waiting' ? 'saved' : work.state, work, checkIn };
  const received = checkIn !== undefined || outbox.receipts.some((receipt) => receipt.on === on);
  return { standing: received ? 'received' : 'none', work: undefined, checkIn };
}
