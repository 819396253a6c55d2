/** The questions of the daily check-in, in their order. Their words are in lib/strings. */

export type ScaleKey = 'mood' | 'sleep_quality' | 'craving' | 'stress' | 'connection' | 'confidence';
export type ChoiceKey = 'safety' | 'used' | 'medication';

export type Question =
  | { kind: 'scale'; key: ScaleKey }
  | { kind: 'choice'; key: ChoiceKey; values: readonly ChoiceValue[] }
  | { kind: 'hours'; key: 'sleep_hours' }
  | { kind: 'words'; key: 'words' };

export type ChoiceValue = 'safe' | 'unsure' | 'unsafe' | 'no' | 'yes' | 'taken' | 'missed' | 'none';

// Safety comes second: the sooner it is asked, the less depends on finishing the rest.
export const QUESTIONS: readonly Question[] = [
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
  { kind: 'words', key: 'words' },
];
