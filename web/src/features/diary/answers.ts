/** The diary card while it is filled in, what on it must lead to help, and what is sent. Pure. */
import type { DiaryCard, DiaryCardBody } from '../../api/diary';

export type Answers = Omit<DiaryCardBody, 'submission_id' | 'timezone' | 'recorded_at' | 'base_version'>;
export type UrgeKey = 'use' | 'self_harm' | 'suicide';
export type EmotionKey = 'sad' | 'anger' | 'fear' | 'shame' | 'joy';
export type MiseryKey = 'emotional' | 'physical';

export const URGES: readonly UrgeKey[] = ['use', 'self_harm', 'suicide'];
export const EMOTIONS: readonly EmotionKey[] = ['sad', 'anger', 'fear', 'shame', 'joy'];
export const MISERY: readonly MiseryKey[] = ['emotional', 'physical'];

/** From here on an urge toward suicide leads to help at once; the same number as the server's rule. */
const STRONG_SUICIDE_URGE = 3;

export type Danger = 'suicide_urge' | 'suicide_act' | 'self_harm_act';

/** What was reported that must lead to help before anything else. */
export const dangersIn = (answers: Answers): Danger[] => DANGERS.filter(([, isIn]) => isIn(answers)).map(([danger]) => danger);

const DANGERS: readonly [Danger, (answers: Answers) => boolean][] = [
  ['suicide_urge', ({ urges }) => (urges?.suicide?.level ?? 0) >= STRONG_SUICIDE_URGE],
  ['suicide_act', ({ urges }) => urges?.suicide?.acted === true],
  ['self_harm_act', ({ urges }) => urges?.self_harm?.acted === true],
];

export const addsDanger = (before: Answers, after: Answers): boolean => {
  const known = dangersIn(before);
  return dangersIn(after).some((danger) => !known.includes(danger));
};

export function withUrge(answers: Answers, key: UrgeKey, part: { level?: number; acted?: boolean }): Answers {
  return { ...answers, urges: { ...answers.urges, [key]: { ...answers.urges?.[key], ...part } } };
}

export function withTarget(answers: Answers, id: string, part: { level?: number; value?: boolean; acted?: boolean }): Answers {
  return { ...answers, targets: { ...answers.targets, [id]: { ...answers.targets?.[id], ...part } } };
}

export function toggled(skills: readonly string[], slug: string): string[] {
  return skills.includes(slug) ? skills.filter((one) => one !== slug) : [...skills, slug];
}

/** Start from a card that was saved before; what was skipped stays skipped. */
export function answersFrom(card: DiaryCard | Record<string, unknown> | undefined): Answers {
  if (!card) return {};
  const { urges, emotions, misery, substances, medication, sleep_hours, skills, skill_rating, targets, note } = card as Partial<DiaryCard>;
  return pruned({ urges, emotions, misery, substances, medication, sleep_hours, skills, skill_rating, targets, note }) as Answers;
}

interface Envelope {
  submissionId: string;
  timezone: string;
  recordedAt: Date;
  /** The version these answers replace; null: whichever is there. */
  baseVersion: number | null;
}

/** The body to send; undefined while nothing at all was answered. */
export function bodyOf(answers: Answers, { submissionId, timezone, recordedAt, baseVersion }: Envelope): DiaryCardBody | undefined {
  const given = pruned(answers) as Answers;
  if (Object.keys(given).length === 0) return undefined;
  return { submission_id: submissionId, timezone, recorded_at: recordedAt.toISOString(), base_version: baseVersion, ...given };
}

/** Leave out all that was not answered: null, empty words, and what holds nothing else. */
function pruned(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || undefined;
  if (value === null) return undefined;
  if (Array.isArray(value)) {
    const kept = value.map(pruned).filter((one) => one !== undefined);
    return kept.length > 0 ? kept : undefined;
  }
  if (typeof value !== 'object') return value;
  const kept = Object.entries(value)
    .map(([name, inner]) => [name, pruned(inner)] as const)
    .filter(([, inner]) => inner !== undefined && !isHollow(inner));
  return Object.fromEntries(kept);
}

const isHollow = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.keys(value).length === 0;
