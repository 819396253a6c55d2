/** How one day's diary card stands, from what is unsent here and what the server has. */
import type { DiaryCard } from '../api/diary';
import type { DayStanding } from './check-in-day';
import type { Snapshot } from './outbox';
import type { Work } from './queue';

export interface DiaryDay {
  standing: DayStanding;
  /** The newest unsent card of the day. */
  work: Work | undefined;
  /** What the server has, when it could be asked. */
  card: DiaryCard | undefined;
  /** The newest version that is known to have been received; 0: none. */
  version: number;
}

export const diaryDraftName = (on: string): string => `diary:${on}`;
export const diaryPath = (on: string): string => `/api/v1/diary-cards/${on}/`;

export function diaryStandingOf(on: string, outbox: Snapshot, history: readonly DiaryCard[] | undefined): DiaryDay {
  const path = diaryPath(on);
  const work = outbox.work.filter((one) => one.kind === 'diary_card' && one.path === path).at(-1);
  const card = history?.find((one) => one.on === on);
  const receipt = outbox.diaryReceipts.find((one) => one.on === on);
  const version = newestOf(card, receipt);
  if (work) return { standing: work.state === 'waiting' ? 'saved' : work.state, work, card, version };
  return { standing: version > 0 ? 'received' : 'none', work: undefined, card, version };
}

const newestOf = (...found: ({ version: number } | undefined)[]): number => Math.max(0, ...found.map((one) => one?.version ?? 0));
