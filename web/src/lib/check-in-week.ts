/**
 * A week of check-ins as the rows of a table, and the words of each day. Pure; it knows a check-in
 * only by the shape it comes in.
 */
import type { DayWords, WeekCell, WeekGroup, WeekRow } from './diary-week';
import { t } from './strings';

interface ItemAnswer {
  level: number | null;
  value: boolean | null;
  acted: boolean | null;
}

type Level = 'mood' | 'stress' | 'connection' | 'confidence' | 'craving' | 'sleep_quality';

export interface CheckInOfDay extends Record<Level, number | null> {
  on: string;
  version: number;
  late: boolean;
  clock_suspect: boolean;
  sleep_hours: number | null;
  used: boolean | null;
  medication: 'taken' | 'missed' | 'none' | null;
  safety: 'safe' | 'unsure' | 'unsafe' | null;
  items: Record<string, ItemAnswer>;
  goal: string;
  note: string;
  recorded_at: string;
}

/** One version of a personal item; answers name the version they were given to. */
export interface ItemVersion {
  id: string;
  item: string;
  version: number;
  label: string;
  ended_at: string | null;
}

export interface GoalOfDay {
  on: string;
  goal: string;
  outcome: string | null;
}

const NO_ANSWER = '–';
type Ask = (checkIn: CheckInOfDay) => WeekCell | undefined;

export function checkInGroups(days: readonly string[], checkIns: readonly CheckInOfDay[], items: readonly ItemVersion[]): WeekGroup[] {
  const rowsOf = (asks: readonly [key: string, label: string, ask: Ask][]): WeekRow[] =>
    asks.map(([key, label, ask]) => ({ key, label, cells: days.map((day) => cellOf(checkIns, day, ask)) }));
  const { groups } = t.checkInAnswers;
  const found = [
    { title: groups.feeling, rows: rowsOf((['mood', 'stress', 'connection', 'confidence'] as const).map(levelAsk)) },
    { title: groups.safety, rows: rowsOf([...safetyAsks(), levelAsk('craving'), ...takenAsks()]) },
    { title: groups.sleep, rows: rowsOf([['sleep_hours', t.checkInAnswers.rows.sleep_hours, ({ sleep_hours: hours }) => plain(hours)], levelAsk('sleep_quality')]) },
    { title: groups.own, rows: rowsOf(asked(items, checkIns).map((versions) => itemAsk(versions))) },
  ];
  return found.filter(({ rows }) => rows.length > 0);
}

function cellOf(checkIns: readonly CheckInOfDay[], day: string, ask: Ask): WeekCell {
  const checkIn = checkIns.find(({ on }) => on === day);
  return (checkIn && ask(checkIn)) ?? { text: NO_ANSWER, spoken: t.diary.notAnswered };
}

const plain = (value: number | null): WeekCell | undefined => (value === null ? undefined : { text: String(value) });
/** Ten steps of an answer in the five shades of a table. */
const level = (value: number | null): WeekCell | undefined => (value === null ? undefined : { text: String(value), shade: Math.round(value / 2) });
const yesOrNo = (value: boolean | null): WeekCell | undefined =>
  value === null ? undefined : { text: value ? t.checkInAnswers.yes : t.checkInAnswers.no };

const levelAsk = (key: Level): [string, string, Ask] => [key, t.checkInAnswers.rows[key], (checkIn) => level(checkIn[key])];

const safetyAsks = (): [string, string, Ask][] => [
  [
    'safety',
    t.checkInAnswers.rows.safety,
    ({ safety }) => (safety === null ? undefined : { text: t.checkInAnswers.safety[safety], spoken: t.checkInAnswers.safetySpoken[safety] }),
  ],
];

const takenAsks = (): [string, string, Ask][] => [
  ['used', t.checkInAnswers.rows.used, ({ used }) => yesOrNo(used)],
  [
    'medication',
    t.checkInAnswers.rows.medication,
    ({ medication }) => (medication === null ? undefined : { text: t.checkInAnswers.medication[medication], spoken: t.checkInAnswers.medicationSpoken[medication] }),
  ],
];

/** The versions of each item, newest first; an item that is over only while the week has answers to it. */
function asked(items: readonly ItemVersion[], checkIns: readonly CheckInOfDay[]): ItemVersion[][] {
  const names = [...new Set(items.map(({ item }) => item))];
  const each = names.map((name) => items.filter(({ item }) => item === name).sort((a, b) => b.version - a.version));
  return each.filter((versions) => isInForce(versions) || versions.some(({ id }) => checkIns.some(({ items: answers }) => id in answers)));
}

const isInForce = (versions: readonly ItemVersion[]): boolean => versions[0]?.ended_at === null;

function itemAsk(versions: readonly ItemVersion[]): [string, string, Ask] {
  const { item = '', label = '' } = versions[0] ?? {};
  const ask: Ask = ({ items }) => {
    const answer = versions.map(({ id }) => items[id]).find((one) => one !== undefined);
    return answer && itemCell(answer);
  };
  return [item, isInForce(versions) ? label : t.checkInAnswers.ended(label), ask];
}

/** An act without a level still shows: the two are different answers. */
function itemCell({ level: strength, value, acted }: ItemAnswer): WeekCell | undefined {
  const cell = level(strength) ?? yesOrNo(value);
  if (acted !== true) return cell;
  return { ...(cell ?? { text: NO_ANSWER }), acted: true };
}

/** A day's answers as they stand now, when each of its versions is known. */
export const newestOf = (versions: readonly CheckInOfDay[]): CheckInOfDay[] =>
  versions.filter((one) => !versions.some(({ on, version }) => on === one.on && version > one.version));

/** What was said of a day before it was changed. */
export interface EarlierAnswers {
  on: string;
  version: number;
  recorded_at: string;
  /** Only what another answer has taken the place of: “Mood: 4”. */
  answers: string[];
}

/** The answers that were changed, by day, the newest of a day first; what was only added to is not among them. */
export function earlierAnswers(days: readonly string[], versions: readonly CheckInOfDay[], items: readonly ItemVersion[]): EarlierAnswers[] {
  return days
    .flatMap((on) => {
      const ofDay = versions.filter((one) => one.on === on).sort((a, b) => b.version - a.version);
      return ofDay.slice(1).map((older, at) => ({ on, version: older.version, recorded_at: older.recorded_at, answers: changedFrom(older, ofDay[at], items) }));
    })
    .filter(({ answers }) => answers.length > 0);
}

function changedFrom(older: CheckInOfDay, newer: CheckInOfDay | undefined, items: readonly ItemVersion[]): string[] {
  const after = newer ? everythingIn(newer, items) : [];
  return everythingIn(older, items).filter((answer) => !after.includes(answer));
}

/** Each answer of a check-in as “what: answer”. */
function everythingIn(checkIn: CheckInOfDay, items: readonly ItemVersion[]): string[] {
  const rows = checkInGroups([checkIn.on], [checkIn], items).flatMap((group) => group.rows);
  const said = rows.flatMap(({ label, cells: [cell] }) => (cell && !isUnanswered(cell) ? [`${label}: ${wordsOf(cell)}`] : []));
  const { goal, note } = checkIn;
  return [...said, ...(goal === '' ? [] : [t.checkInAnswers.goalBefore(goal)]), ...(note === '' ? [] : [t.checkInAnswers.note(note)])];
}

const isUnanswered = ({ text, spoken, acted }: WeekCell): boolean => text === NO_ANSWER && spoken === t.diary.notAnswered && acted !== true;
const wordsOf = ({ text, spoken, acted }: WeekCell): string => [spoken ?? text, ...(acted ? [t.diary.actedWord] : [])].join(', ');

/** What the numbers of a week leave out: goals, notes, and what is to be known of a day's answers. */
export function checkInWords(days: readonly string[], checkIns: readonly CheckInOfDay[], goals: readonly GoalOfDay[]): DayWords[] {
  return days.flatMap((on) => {
    const checkIn = checkIns.find((one) => one.on === on);
    if (!checkIn) return [];
    const sentences = [...goalWords(goals.find((one) => one.on === on)), ...(checkIn.note === '' ? [] : [t.checkInAnswers.note(checkIn.note)]), ...marksOf(checkIn)];
    return sentences.length > 0 ? [{ on, sentences }] : [];
  });
}

function goalWords(goal: GoalOfDay | undefined): string[] {
  if (!goal) return [];
  const { outcomes } = t.checkInAnswers;
  return [t.checkInAnswers.goal(goal.goal, outcomes[(goal.outcome ?? 'none') as keyof typeof outcomes])];
}

function marksOf({ version, mood, late, clock_suspect: suspect }: CheckInOfDay): string[] {
  const words = t.checkInAnswers;
  const marks: [boolean, string][] = [
    [version > 1, words.changed(version - 1)],
    [mood === null, words.part],
    [late, words.late],
    [suspect, words.clock],
  ];
  return marks.filter(([holds]) => holds).map(([, sentence]) => sentence);
}
