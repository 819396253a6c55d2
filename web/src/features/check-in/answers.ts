/** The answers while they are given, and the shape in which they are sent. Pure. */
import type { ItemAnswer } from '../../api/check-in-form';
import type { GoalLink } from '../../api/goal-of-day';
import type { CheckInBody } from '../../api/types';
import type { PickedGoal } from '../../ui/goals/pick-goal';
import type { ChoiceKey, ChoiceValue, Question } from './questions';

export type Answers = Partial<Pick<CheckInBody, AnswerKey>> & {
  items?: Record<string, ItemAnswer>;
  /** Which of their own goals was picked; it holds only while the words stay as they were. */
  link?: PickedGoal;
};

const ANSWER_KEYS = [
  'mood',
  'safety',
  'sleep_hours',
  'sleep_quality',
  'craving',
  'used',
  'medication',
  'stress',
  'connection',
  'confidence',
  'goal',
  'note',
] as const;

export type AnswerKey = (typeof ANSWER_KEYS)[number];

export interface Draft {
  answers: Answers;
  /** Which question is in front of the person, when they go one by one. */
  at: number;
  /** The hard answer that has been sent ahead of the rest. */
  sentAhead?: string;
}

/** An answer that must lead to help at once. */
export const isHard = (answers: Answers): boolean => answers.safety === 'unsure' || answers.safety === 'unsafe';

/** A hard answer goes to the care team at once, whether the rest follows or not. */
export const mustSendAhead = ({ answers, sentAhead }: Draft): boolean => isHard(answers) && sentAhead !== answers.safety;

/** Start from answers that were given before; what was skipped stays skipped. */
export function draftFrom(given: Record<string, unknown> = {}): Draft {
  const answers = Object.fromEntries(
    ANSWER_KEYS.filter((key) => given[key] !== undefined && given[key] !== null && given[key] !== '').map((key) => [key, given[key]]),
  );
  const items = itemsFrom(given['items']);
  return { answers: { ...answers, ...(items && { items }) }, at: 0 };
}

/** Answers to a person's own items, by item; undefined when there are none. */
function itemsFrom(given: unknown): Record<string, ItemAnswer> | undefined {
  if (typeof given !== 'object' || given === null || Object.keys(given).length === 0) return undefined;
  return given as Record<string, ItemAnswer>;
}

interface Envelope {
  submissionId: string;
  /** Which form was answered; undefined: the one that everybody has. */
  formVersion?: string | undefined;
  on: string;
  timezone: string;
  recordedAt: Date;
}

/** The one required answer is there, or one that must not wait for it. */
const isWorthSending = (answers: Answers): boolean => answers.mood !== undefined || isHard(answers);

/** The body to send; undefined while there is nothing that the server would keep. */
export function bodyOf(answers: Answers, { submissionId, formVersion, on, timezone, recordedAt }: Envelope): CheckInBody | undefined {
  const { mood, goal, note, ...rest } = withoutLink(answers);
  if (!isWorthSending(answers)) return undefined;
  return {
    submission_id: submissionId,
    on,
    timezone,
    recorded_at: recordedAt.toISOString(),
    ...(formVersion !== undefined && { form_version: formVersion }),
    ...(mood !== undefined && { mood }),
    ...rest,
    ...(goal?.trim() && { goal: goal.trim() }),
    ...(note?.trim() && { note: note.trim() }),
  };
}

/** What is to be said of the day's goal: which own goal it is about, none any more, or nothing new. */
export function goalLinkOf({ goal = '', link }: Answers, given: Record<string, unknown> = {}): GoalLink | undefined {
  const words = goal.trim();
  if (link?.text.trim() === words) return { goal_id: link.goal_id, step_id: link.step_id };
  const before = given['goal'] ?? '';
  return before === '' || before === words ? undefined : { goal_id: null, step_id: null };
}

/** The link goes its own way: it is no answer of the check-in. */
function withoutLink(answers: Answers): Omit<Answers, 'link'> {
  const sent = { ...answers };
  delete sent.link;
  return sent;
}

/** A picked word as the value the server knows. */
export function choiceAnswer(key: ChoiceKey, value: ChoiceValue): Answers {
  if (key === 'used') return { used: value === 'yes' };
  return { [key]: value };
}

/** The word that stands for an answer given before. */
export function pickedChoice(key: ChoiceKey, answers: Answers): ChoiceValue | undefined {
  if (key !== 'used') return answers[key] ?? undefined;
  if (answers.used == null) return undefined;
  return answers.used ? 'yes' : 'no';
}

export function isAnswered({ key, kind }: Question, answers: Answers): boolean {
  if (kind === 'words') return Boolean(answers.goal ?? answers.note);
  if (kind === 'item') return answers.items?.[key] !== undefined;
  return answers[key] !== undefined && answers[key] !== null;
}

/** A person's answer to one of their own items, laid over what was said of it before. */
export const itemAnswer = (answers: Answers, item: string, part: ItemAnswer): Answers => ({
  items: { ...answers.items, [item]: { ...answers.items?.[item], ...part } },
});
