/**
 * A questionnaire on the phone: which items are asked, what each screen shows, which answers call
 * for help. The server works the same out again; nothing here is a score. Pure.
 */

export type Value = string | number | boolean | { text: string };
export type Row = Record<string, unknown>;
export type Answer = Value | (Value | Row)[];
/** By link id; a group that repeats holds rows of answers. */
export type Answers = Record<string, Answer | null>;

export interface Option {
  key: string;
  text: string;
  /** Cannot be picked together with others. */
  exclusive: boolean;
}

export interface Condition {
  question: string;
  operator: 'exists' | '=' | '!=' | '>' | '<' | '>=' | '<=';
  answer: Value;
}

export interface Item {
  link_id: string;
  type: 'group' | 'display' | 'choice' | 'open-choice' | 'boolean' | 'integer' | 'decimal' | 'string' | 'text' | 'date';
  text: string;
  help: readonly string[];
  required: boolean;
  repeats: boolean;
  options: readonly Option[];
  min: Value | null;
  max: Value | null;
  max_length: number | null;
  most: number | null;
  unit: string;
  enable_when: readonly Condition[];
  enable_behavior: 'all' | 'any';
  items: readonly Item[];
}

/** The answers of the form, then of each row that we stand in. */
export type Scope = readonly Row[];
export type IsAsked = (linkId: string, scope: Scope) => boolean;

interface Place {
  item: Item;
  above: string | undefined;
}

export const isRows = ({ type, repeats }: Item): boolean => type === 'group' && repeats;

export const isEmpty = (value: unknown): boolean => value == null || value === '' || (Array.isArray(value) && value.length === 0);

/** Tells of each item whether it is asked where these answers stand. The server refuses circles at import. */
export function askedIn(items: readonly Item[]): IsAsked {
  const places = new Map(placesOf(items, undefined));
  const answersTo = (question: string, scope: Scope): unknown[] => {
    const given = scope.filter((row) => !isEmpty(row[question])).at(-1)?.[question];
    if (given === undefined || !isAsked(question, scope)) return [];
    return Array.isArray(given) ? given : [given];
  };
  const isAsked: IsAsked = (linkId, scope) => {
    const place = places.get(linkId);
    if (!place || (place.above !== undefined && !isAsked(place.above, scope))) return false;
    const { enable_when: conditions, enable_behavior: behaviour } = place.item;
    const holds = (one: Condition): boolean => isMet(one, answersTo(one.question, scope));
    if (conditions.length === 0) return true;
    return behaviour === 'any' ? conditions.some(holds) : conditions.every(holds);
  };
  return isAsked;
}

const placesOf = (items: readonly Item[], above: string | undefined): [string, Place][] =>
  items.flatMap((item): [string, Place][] => [[item.link_id, { item, above }], ...placesOf(item.items, item.link_id)]);

function isMet({ operator, answer: wanted }: Condition, given: readonly unknown[]): boolean {
  switch (operator) {
    case 'exists':
      return given.length > 0 === wanted;
    case '=':
      return given.some((one) => isSame(one, wanted));
    case '!=':
      return !given.some((one) => isSame(one, wanted));
    default:
      return given.some((one) => compares(one, operator, wanted));
  }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Only numbers with numbers, and days with days. */
function compares(one: unknown, operator: '>' | '<' | '>=' | '<=', other: unknown): boolean {
  const numbers = typeof one === 'number' && typeof other === 'number';
  const days = typeof one === 'string' && typeof other === 'string';
  if (!numbers && !days) return false;
  const [a, b] = [one, other] as [number, number];
  if (operator === '>') return a > b;
  if (operator === '<') return a < b;
  return operator === '>=' ? a >= b : a <= b;
}

/** Every question below these items, groups opened up. */
export const questionsIn = (items: readonly Item[]): Item[] => items.flatMap((item) => [...(item.type === 'group' || item.type === 'display' ? [] : [item]), ...questionsIn(item.items)]);

/** An answer in words, with the choice's own text; a list of them for several. */
export function answerWords({ options }: Pick<Item, 'options'>, answer: unknown, yes: string, no: string): string {
  if (Array.isArray(answer)) return answer.map((one) => answerWords({ options }, one, yes, no)).join(', ');
  if (typeof answer === 'boolean') return answer ? yes : no;
  return options.find(({ key }) => key === answer)?.text ?? plainWords(answer);
}

function plainWords(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null) return 'text' in answer ? String(answer.text) : '';
  return typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';
}

/** One screen: a question, or rows of them, below the words that lead to it. */
export interface Page {
  item: Item;
  lead: readonly string[];
}

export interface Asked {
  pages: Page[];
  /** Words after the last question. */
  closing: readonly string[];
}

/** The screens for these answers, in order. Words of a group stay over all its questions. */
export function pagesOf(items: readonly Item[], answers: Answers): Asked {
  const isAsked = askedIn(items);
  const asked: Asked = { pages: [], closing: [] };
  const walk = (level: readonly Item[], above: readonly string[]): void => {
    let said: readonly string[] = [];
    for (const item of level) {
      if (!isAsked(item.link_id, [answers])) continue;
      if (item.type === 'display') {
        said = [item.text];
        asked.closing = [item.text];
      } else if (item.type === 'group' && !item.repeats) {
        walk(item.items, [...above, ...said, ...(item.text ? [item.text] : [])]);
      } else {
        asked.pages.push({ item, lead: [...above, ...said] });
        asked.closing = [];
        if (!isRows(item)) walk(item.items, [...above, ...said]);
      }
    }
  };
  walk(items, []);
  return asked;
}

/** What is asked in one row of a group that repeats, its groups opened up. */
export function askedInRow(items: readonly Item[], rows: Item, scope: Scope): Item[] {
  const isAsked = askedIn(items);
  const open = (level: readonly Item[]): Item[] =>
    level.filter(({ link_id }) => isAsked(link_id, scope)).flatMap((item) => (item.type === 'display' ? [] : item.type === 'group' ? open(item.items) : [item, ...open(item.items)]));
  return open(rows.items);
}

/** The first screen whose answer is required and missing. */
export const firstMissing = (pages: readonly Page[], answers: Answers): number => pages.findIndex(({ item }) => item.required && isEmpty(answers[item.link_id]));

/** For each item that calls for help at once, the answers that do; none named: any number from one up. */
export type CriticalItems = Readonly<Record<string, readonly string[]>>;

/** Each critical answer that is given, as a sign that tells it from others. */
export function criticalIn(items: CriticalItems, answers: Row): string[] {
  return Object.entries(answers).flatMap(([linkId, given]) => {
    const values: unknown[] = Array.isArray(given) ? given : [given];
    const rows = values.filter((value): value is Row => typeof value === 'object' && value !== null);
    const keys = items[linkId];
    const own = keys === undefined ? [] : values.filter((value) => isCritical(keys, value)).map((value) => `${linkId}=${String(value)}`);
    return [...own, ...rows.flatMap((row) => criticalIn(items, row))];
  });
}

const isCritical = (keys: readonly string[], value: unknown): boolean =>
  typeof value === 'number' && keys.length === 0 ? value >= 1 : (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') && keys.includes(String(value));

/** What is sent: answers that say something. */
export const givenOf = (answers: Answers): Answers => Object.fromEntries(Object.entries(answers).filter(([, value]) => !isEmpty(value)));

/** Ticked answers with the newest one laid over; one that stands alone puts the others out. */
export function picked(options: readonly Option[], before: readonly string[], now: readonly string[]): string[] {
  const alone = (key: string): boolean => options.find((option) => option.key === key)?.exclusive ?? false;
  const added = now.find((key) => !before.includes(key));
  if (added === undefined) return [...now];
  return alone(added) ? [added] : now.filter((key) => !alone(key));
}
