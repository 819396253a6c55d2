/**
 * The questions of the daily check-in, in their order: those that everybody is asked, and a
 * person's own items. The words of the first are in lib/strings, so that they are always there.
 */
import type { CheckInForm, PersonalItem } from '../../api/check-in-form';
import { t } from '../../lib/strings';

export type ScaleKey = 'mood' | 'sleep_quality' | 'craving' | 'stress' | 'connection' | 'confidence';
export type ChoiceKey = 'safety' | 'used' | 'medication';

export type Question =
  | { kind: 'scale'; key: ScaleKey }
  | { kind: 'choice'; key: ChoiceKey; values: readonly ChoiceValue[] }
  | { kind: 'hours'; key: 'sleep_hours' }
  | { kind: 'item'; key: string; item: PersonalItem }
  | { kind: 'words'; key: 'words' };

export type ChoiceValue = 'safe' | 'unsure' | 'unsafe' | 'no' | 'yes' | 'taken' | 'missed' | 'none';

// Safety comes second: the sooner it is asked, the less depends on finishing the rest.
const EVERYBODY: readonly Question[] = [
  { kind: 'scale', key: 'mood' },
  { kind: 'choice', key: 'safety', values: ['safe', 'unsure', 'unsafe'] },
  { kind: 'hours', key: 'sleep_hours' },
  { kind: 'scale', key: 'sleep_quality' },
  { kind: 'scale', key: 'craving' },
  { kind: 'choice', key: 'used', values: ['no', 'yes'] },
  { kind: 'choice', key: 'medication', values: ['taken', 'missed', 'none'] },
  { kind: 'scale', key: 'stress' },
  { kind: 'scale', key: 'connection' },
  { kind: 'scale', key: 'confidence' },
];
const OWN_WORDS: Question = { kind: 'words', key: 'words' };

/** What one person is asked; before their own form is known on this device, what everybody is. */
export function questionsOf(form: CheckInForm | undefined): readonly Question[] {
  const items = (form?.items ?? []).map((item): Question => ({ kind: 'item', key: item.id, item }));
  return [...EVERYBODY, ...items, OWN_WORDS];
}

/** Why a question is asked, in the form's words. */
export function whyOf(question: Question, form: CheckInForm | undefined): string {
  if (question.kind === 'item') return question.item.why;
  if (question.kind === 'words') return '';
  return form?.questions.find(({ key }) => key === question.key)?.why ?? '';
}

/** The question itself, in words. */
export function askOf(question: Question): string {
  if (question.kind === 'words') return t.checkIn.wordsTitle;
  return question.kind === 'item' ? question.item.label : t.checkIn.questions[question.key].ask;
}
