/**
 * Urges, lapses and goals of the day, put into the queue. Each has a name made on this device and
 * goes to its own address, so that adding to it later reaches the same row.
 */
import { goalOfDayPath, type GoalLink } from '../api/goal-of-day';
import type { GoalOutcome, LapseBody, UrgeBody } from '../api/moments';
import { deviceTimezone, localDay } from '../lib/dates';
import { newSubmissionId } from '../lib/ids';
import type { Outbox } from './outbox';

export type UrgeWords = Omit<UrgeBody, 'submission_id' | 'on' | 'timezone' | 'recorded_at'>;
export type LapseWords = Omit<LapseBody, 'submission_id' | 'timezone' | 'recorded_at'>;

const here = (): { submission_id: string; timezone: string; recorded_at: string } => ({
  submission_id: newSubmissionId(),
  timezone: deviceTimezone(),
  recorded_at: new Date().toISOString(),
});

/** Log an urge, or more about one: the whole shape goes again under the same entry. */
export async function logUrge(outbox: Outbox, entry: string, words: UrgeWords, on = localDay(new Date(), deviceTimezone())): Promise<void> {
  const body: UrgeBody = { ...here(), on, ...words };
  await outbox.add({ id: body.submission_id, kind: 'urge', method: 'PUT', path: `/api/v1/urges/${entry}/`, body: { ...body } });
}

export async function tellLapse(outbox: Outbox, entry: string, words: LapseWords): Promise<void> {
  // Words that were held back still carry an old sending's marks.
  const body: LapseBody = { ...words, ...here() };
  await outbox.add({ id: body.submission_id, kind: 'lapse', method: 'PUT', path: `/api/v1/lapses/${entry}/`, body: { ...body } });
}

export const goalPath = (on: string): string => `/api/v1/daily-goals/${on}/`;

export async function answerGoal(outbox: Outbox, on: string, outcome: GoalOutcome): Promise<void> {
  const body = { ...here(), outcome };
  const refused = outbox.snapshot().work.filter(({ path, state }) => path === goalPath(on) && state !== 'waiting');
  await outbox.add({ id: body.submission_id, kind: 'goal', method: 'PUT', path: goalPath(on), body });
  for (const { id } of refused) await outbox.remove(id);
}

/** Say which of one's own goals the goal of a day is about; without one, that it is about none. */
export async function linkGoal(outbox: Outbox, on: string, { goal_id = null, step_id = null }: GoalLink): Promise<void> {
  await outbox.add({ id: newSubmissionId(), kind: 'goal', method: 'PUT', path: goalOfDayPath(on), body: { goal_id, step_id } });
}

/** The name of an entry is the last part of its address. */
const entryOf = (path: string): string => path.split('/').at(-2) ?? newSubmissionId();

export interface HeldBackLapse {
  id: string;
  entry: string;
  words: LapseWords;
  /** Why the server would not take it. */
  sentence: string;
}

/** The newest lapse that was refused: it is told again as the same one. */
export function heldBackLapse(outbox: Outbox): HeldBackLapse | undefined {
  const work = outbox.snapshot().work.filter(({ kind, state }) => kind === 'lapse' && state === 'refused').at(-1);
  if (!work) return undefined;
  const { fields = [], sentence = '' } = work.trouble ?? {};
  return { id: work.id, entry: entryOf(work.path), words: work.body as LapseBody, sentence: [...fields, sentence][0] ?? '' };
}
