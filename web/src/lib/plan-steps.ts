/**
 * The steps of the three plans: their order, what each holds, and the way between the words on the
 * wire and the rows that a screen shows. Pure; the headings of the steps are in strings/.
 */

export type PlanKind = 'safety' | 'relapse_prevention' | 'discharge';
export const PLAN_KINDS: readonly PlanKind[] = ['safety', 'relapse_prevention', 'discharge'];

/**
 * line: one text. person: who to call. place: who or where to go. action: what, who helps, by when.
 * appointment: what, when, where. taken: a medication in the prescriber's words.
 */
export type RowShape = 'line' | 'person' | 'place' | 'action' | 'appointment' | 'taken';
/** One row of a step, by field; every field of its shape is there. */
export type Row = Record<string, string>;

export interface Part {
  key: string;
  shape: RowShape;
  rows: Row[];
}

export interface Step {
  key: string;
  /** Which words of strings/ it goes by: two plans may share a key, not its meaning. */
  words: string;
  parts: Part[];
  /** The client keeps this step to themselves, so its words did not come. */
  hidden: boolean;
}

export const MOST_ROWS = 12;

export const FIELDS: Record<RowShape, readonly { name: string; longest: number }[]> = {
  line: [{ name: 'text', longest: 280 }],
  person: [
    { name: 'name', longest: 120 },
    { name: 'phone', longest: 30 },
  ],
  place: [
    { name: 'name', longest: 120 },
    { name: 'phone', longest: 30 },
    { name: 'place', longest: 200 },
  ],
  action: [
    { name: 'action', longest: 280 },
    { name: 'who', longest: 120 },
    { name: 'by_when', longest: 60 },
  ],
  appointment: [
    { name: 'what', longest: 200 },
    { name: 'when', longest: 120 },
    { name: 'where', longest: 200 },
    { name: 'phone', longest: 30 },
  ],
  taken: [
    { name: 'name', longest: 120 },
    { name: 'how', longest: 200 },
  ],
};

type StepParts = readonly [part: string, shape: RowShape][];

// The order climbs from oneself to others to professionals, and must stay so.
const SAFETY: readonly [step: string, parts: StepParts][] = [
  ['warning_signs', [['warning_signs', 'line']]],
  ['alone', [['alone', 'line']]],
  ['places_people', [['places_people', 'place']]],
  ['ask_help', [['ask_help', 'person']]],
  ['professionals', [['professionals', 'person']]],
  ['safer', [['safer', 'action']]],
];

const RELAPSE: readonly [step: string, parts: StepParts][] = [
  ['high_risk', [['high_risk', 'line']]],
  ['early_signs', [['emotional', 'line'], ['mental', 'line'], ['behavioural', 'line']]],
  ['first_ten_minutes', [['first_ten_minutes', 'line']]],
  ['people', [['people', 'person']]],
  ['barriers', [['barriers', 'line']]],
  ['lapse_plan', [['lapse_plan', 'line']]],
  ['overdose_safety', [['overdose_safety', 'line']]],
];

const DISCHARGE: readonly [step: string, parts: StepParts][] = [
  ['warning_signs', [['warning_signs', 'line']]],
  ['what_works', [['what_works', 'line']]],
  ['appointments', [['appointments', 'appointment']]],
  ['contacts', [['contacts', 'person']]],
  ['medications', [['medications', 'taken']]],
  ['goals', [['goals', 'line']]],
  ['first_weeks', [['first_weeks', 'line']]],
  ['after_use', [['after_use', 'line']]],
];

const PLANS = { safety: SAFETY, relapse_prevention: RELAPSE, discharge: DISCHARGE };

const wordsFor = (kind: PlanKind, key: string): string => (kind === 'discharge' && key === 'warning_signs' ? 'sliding_signs' : key);

/** The wire form: a step of one part is its list, a step of several holds them by name. */
type Wire = Record<string, unknown>;

export function openSteps(kind: PlanKind, wire: object | undefined): Step[] {
  const found = (wire ?? {}) as Wire;
  return PLANS[kind].map(([key, parts]) => ({
    key,
    words: wordsFor(kind, key),
    hidden: wire !== undefined && found[key] === null,
    parts: parts.map(([part, shape]) => ({ key: part, shape, rows: openRows(shape, listOf(found[key], part)) })),
  }));
}

function listOf(value: unknown, part: string): unknown[] {
  if (Array.isArray(value)) return value as unknown[];
  if (typeof value !== 'object' || value === null) return [];
  const inner = (value as Wire)[part];
  return Array.isArray(inner) ? (inner as unknown[]) : [];
}

function openRows(shape: RowShape, values: readonly unknown[]): Row[] {
  return values.map((value) => {
    const found = (typeof value === 'string' ? { text: value } : value) as Wire;
    return Object.fromEntries(FIELDS[shape].map(({ name }) => [name, wordsOf(found[name])]));
  });
}

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The wire form of steps; empty rows are left behind, and a hidden step stays as it is. */
export function closeSteps(steps: readonly Step[]): Wire {
  const shown = steps.filter(({ hidden }) => !hidden);
  return Object.fromEntries(shown.map(({ key, parts }): [string, unknown] => [key, closeParts(parts)]));
}

function closeParts(parts: readonly Part[]): unknown {
  const [only] = parts;
  if (parts.length === 1 && only) return closeRows(only);
  return Object.fromEntries(parts.map((part): [string, unknown] => [part.key, closeRows(part)]));
}

function closeRows({ shape, rows }: Part): unknown[] {
  const written = rows.map(trimmed).filter(isWritten);
  return shape === 'line' ? written.map(({ text }) => text) : written;
}

const trimmed = (row: Row): Row => Object.fromEntries(Object.entries(row).map(([name, value]): [string, string] => [name, value.trim()]));

export const isWritten = (row: Row): boolean => Object.values(row).some((value) => value.trim() !== '');

export const isEmptyStep = ({ parts }: Step): boolean => parts.every(({ rows }) => !rows.some(isWritten));

export const emptyRow = (shape: RowShape): Row => Object.fromEntries(FIELDS[shape].map(({ name }) => [name, '']));

/** The same steps with one of them in another wording. */
export const withStep = (steps: readonly Step[], changed: Step): Step[] =>
  steps.map((step) => (step.key === changed.key ? changed : step));

export const withRows = (step: Step, part: string, rows: Row[]): Step => ({
  ...step,
  parts: step.parts.map((one) => (one.key === part ? { ...one, rows } : one)),
});

/** A row as the screens hold it, from its wire form. */
export const openRow = (shape: RowShape, value: unknown): Row => openRows(shape, [value])[0] ?? emptyRow(shape);

/** Rows that miss the one thing they need: a name for a contact, words for an action. */
export const lacksFirst = (shape: RowShape, row: Row): boolean =>
  isWritten(row) && (row[FIELDS[shape][0]?.name ?? ''] ?? '').trim() === '';

/** A telephone number as people write one, since it becomes a link to dial; the server's rule too. */
export const isPhone = (text: string): boolean =>
  /^\(*[0-9+][0-9 ()./\-+*#,;x]*$/.test(text) && text.replace(/\D/g, '').length >= 3;
