/**
 * The guide to levels of care, worked out on the device: the server hands out the table and never
 * sees an answer. The rule is the server's own (admissions/rules/guide.py), tested with its cases.
 */

/** A question that was skipped is not in it. */
export type GuideAnswers = Readonly<Partial<Record<string, string>>>;
/** One text in every language that the table holds. */
export type Said = Readonly<Record<string, string>>;

export interface GuideRule {
  when: Readonly<Record<string, readonly string[]>>;
  outcome: string;
  because: string;
}

export interface GuideQuestion {
  key: string;
  ask: Said;
  why: Said;
  options: readonly { key: string; say: Said }[];
}

export interface GuideTable {
  questions: readonly GuideQuestion[];
  first: readonly GuideRule[];
  levels: readonly GuideRule[];
  otherwise: { outcome: string; because: string };
  outcomes: Readonly<Record<string, { title: Said; text: Said }>>;
  reasons: Readonly<Record<string, Said>>;
  always: Said;
}

export interface Suggested {
  outcome: string;
  because: string;
}

export interface Suggestion {
  /** What comes before any level: help now, or a doctor. */
  first: Suggested | undefined;
  /** Nothing while help comes first. */
  level: Suggested | undefined;
}

const HELP_NOW = 'help_now';

export function suggest(table: GuideTable, answers: GuideAnswers): Suggestion {
  const first = firstThatHolds(table.first, answers);
  if (first?.outcome === HELP_NOW) return { first, level: undefined };
  return { first, level: firstThatHolds(table.levels, answers) ?? table.otherwise };
}

/** Whether these answers, however few, ask for help before another question. */
export const needsHelpNow = (table: GuideTable, answers: GuideAnswers): boolean =>
  firstThatHolds(table.first, answers)?.outcome === HELP_NOW;

/** A rule about a question that was skipped does not hold. */
function firstThatHolds(rules: readonly GuideRule[], answers: GuideAnswers): GuideRule | undefined {
  return rules.find(({ when }) =>
    Object.entries(when).every(([question, options]) => {
      const answer = answers[question];
      return answer !== undefined && options.includes(answer);
    }),
  );
}

/** A text of the table in the language of the app, or in English where it has none. */
export const inLanguage = (said: Said | undefined, language: string): string => said?.[language] ?? said?.['en'] ?? '';
