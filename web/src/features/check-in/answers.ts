/** The answers while they are given, and the shape in which they are sent. Pure. */
import type { CheckInBody } from '../../api/types';
import type { ChoiceKey, ChoiceValue, Question } from './questions';

export type Answers = Partial<Pick<CheckInBody, AnswerKey>>;

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

/** A hard answer goes to the care team as soon as the one required answer is there, saved or not. */
export const mustSendAhead = ({ answers, sentAhead }: Draft): boolean =>
  isHard(answers) && answers.mood !== undefined && sentAhead !== answers.safety;

/** Start from answers that were given before; what was skipped stays skipped. */
export function draftFrom(given: Record<string, unknown> = {}): Draft {
  const answers = Object.fromEntries(
    ANSWER_KEYS.filter((key) => given[key] !== undefined && given[key] !== null && given[key] !== '').map((key) => [key, given[key]]),
  );
  return { answers, at: 0 };
}

interface Envelope {
  submissionId: string;
  on: string;
  timezone: string;
  recordedAt: Date;
}

/** The body to send; undefined while the one required answer is missing. */
export function bodyOf(answers: Answers, { submissionId, on, timezone, recordedAt }: Envelope): CheckInBody | undefined {
  const { mood, goal, note, ...rest } = answers;
  if (mood === undefined) return undefined;
  return {
    submission_id: submissionId,
    on,
    timezone,
    recorded_at: recordedAt.toISOString(),
    mood,
    ...rest,
    ...(goal?.trim() && { goal: goal.trim() }),
    ...(note?.trim() && { note: note.trim() }),
  };
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

export const isAnswered = ({ key }: Question, answers: Answers): boolean =>
  key === 'words' ? Boolean(answers.goal ?? answers.note) : answers[key] !== undefined && answers[key] !== null;
