/** An exercise while it is written: numbers as they were typed, lists as lines. Pure. */
import type { ExerciseBody } from '../../api/client-skills';
import type { Field, Skill } from '../../api/types';

export type FieldType = Field['type'];
export type PatternPart = 'in' | 'hold' | 'out' | 'rest';

export interface FieldDraft {
  /** Named once: answers of earlier versions point to it. */
  key: string;
  type: FieldType;
  label: string;
  help: string;
  sensitive: boolean;
  optional: boolean;
  options: { value: string; label: string }[];
  seconds: string;
  pattern: Record<PatternPart, string>;
}

export interface StepDraft {
  key: string;
  title: string;
  text: string;
  fields: FieldDraft[];
}

export interface ExerciseDraft {
  slug: string;
  language: string;
  title: string;
  kind: Skill['kind'];
  module: string;
  needs: Skill['needs'];
  minutes: string;
  reading_level: string;
  rating: Skill['rating'];
  assigned_only: boolean;
  summary: string;
  cautions: string[];
  steps: StepDraft[];
}

export const DBT_MODULES = ['mindfulness', 'distress_tolerance', 'emotion_regulation', 'interpersonal_effectiveness'] as const;

/** What a person writes: its author must say whether it is sensitive. */
const WRITTEN: readonly FieldType[] = ['text', 'list', 'ladder', 'chain', 'evidence', 'plan'];
export const isWritten = (type: FieldType): boolean => WRITTEN.includes(type);
export const hasSeconds = (type: FieldType): boolean => type === 'timer' || type === 'breathing';

export const emptyField = (): FieldDraft => ({
  key: '',
  type: 'text',
  label: '',
  help: '',
  sensitive: true,
  optional: true,
  options: [],
  seconds: '60',
  pattern: { in: '4', hold: '0', out: '6', rest: '0' },
});

export const emptyStep = (): StepDraft => ({ key: '', title: '', text: '', fields: [] });

export const emptyExercise = (): ExerciseDraft => ({
  slug: '',
  language: 'en',
  title: '',
  kind: 'cbt',
  module: '',
  needs: [],
  minutes: '5',
  reading_level: '6',
  rating: 'distress',
  assigned_only: false,
  summary: '',
  cautions: [],
  steps: [emptyStep()],
});

export function draftOf(skill: Skill): ExerciseDraft {
  const { slug, language, title, kind, module, needs, rating, assigned_only, summary, cautions } = skill;
  return {
    ...{ slug, language, title, kind, module, needs, rating, assigned_only, summary, cautions },
    minutes: String(skill.minutes),
    reading_level: String(skill.reading_level),
    steps: skill.steps.map((step) => ({ ...step, fields: step.fields.map(fieldDraftOf) })),
  };
}

function fieldDraftOf({ key, type, label, help = '', sensitive, optional, options = [], seconds, pattern }: Field): FieldDraft {
  const empty = emptyField();
  const beats = pattern ? { in: String(pattern.in), hold: String(pattern.hold), out: String(pattern.out), rest: String(pattern.rest) } : empty.pattern;
  return { key, type, label, help, sensitive, optional, options, seconds: seconds === undefined ? empty.seconds : String(seconds), pattern: beats };
}

/** The exercise as the server takes it. Names that nobody wrote are made from the words. */
export function bodyOf(draft: ExerciseDraft): ExerciseBody {
  const { module, ...rest } = draft;
  const steps = named(draft.steps, ({ title }) => title, 'step').map((step) => ({
    key: step.key,
    title: step.title,
    text: step.text,
    fields: named(step.fields, ({ label }) => label, 'field').map(fieldBodyOf),
  }));
  return {
    ...rest,
    ...(module !== '' && { module }),
    minutes: numberOf(draft.minutes),
    reading_level: numberOf(draft.reading_level),
    cautions: draft.cautions.filter((caution) => caution.trim() !== ''),
    steps,
  };
}

/** Places that are still empty and must not be; the server checks everything else. */
export function emptyPlaces(draft: ExerciseDraft): string[] {
  const texts: [place: string, text: string][] = [
    ['title', draft.title],
    ['slug', draft.slug],
    ['summary', draft.summary],
    ...draft.steps.flatMap(({ title, text, fields }, step): [string, string][] => [
      [`steps.${step}.title`, title],
      [`steps.${step}.text`, text],
      ...fields.map(({ label }, field): [string, string] => [`steps.${step}.fields.${field}.label`, label]),
    ]),
  ];
  const empty = texts.filter(([, text]) => text.trim() === '').map(([place]) => place);
  if (draft.kind === 'dbt' && draft.module === '') empty.push('module');
  if (draft.needs.length === 0) empty.push('needs');
  return empty;
}

type FieldBody = ExerciseBody['steps'][number]['fields'][number];

function fieldBodyOf({ key, type, label, help, sensitive, optional, options, seconds, pattern }: FieldDraft): FieldBody {
  return {
    key,
    type,
    label,
    ...(help.trim() !== '' && { help }),
    sensitive: isWritten(type) && sensitive,
    optional,
    ...(type === 'choice' && { options: optionsOf(options) }),
    ...(hasSeconds(type) && { seconds: numberOf(seconds) }),
    ...(type === 'breathing' && { pattern: { in: numberOf(pattern.in), hold: numberOf(pattern.hold), out: numberOf(pattern.out), rest: numberOf(pattern.rest) } }),
  };
}

const optionsOf = (options: FieldDraft['options']): FieldDraft['options'] =>
  named(
    options.filter(({ label }) => label.trim() !== '').map(({ value, label }) => ({ key: value, label })),
    ({ label }) => label,
    'answer',
  ).map(({ key, label }) => ({ value: key, label }));

/** What was typed as a number; what is none is sent as nought, which the server refuses at its field. */
const numberOf = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : 0);

/** Give each a key of its own, made from its words where it has none. */
function named<T extends { key: string }>(rows: readonly T[], wordsOf: (row: T) => string, otherwise: string): T[] {
  const taken = new Set(rows.map(({ key }) => key).filter(Boolean));
  return rows.map((row) => {
    if (row.key !== '') return row;
    const base = keyOf(wordsOf(row)) || otherwise;
    let key = base;
    for (let count = 2; taken.has(key); count += 1) key = `${base.slice(0, LONGEST_KEY - 3)}_${count}`;
    taken.add(key);
    return { ...row, key };
  });
}

const LONGEST_KEY = 30;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

export const keyOf = (words: string): string =>
  plain(words)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+/, '')
    .slice(0, LONGEST_KEY)
    .replace(/_+$/, '');

export const slugOf = (title: string): string =>
  plain(title)
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
