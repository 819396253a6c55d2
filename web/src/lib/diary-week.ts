/**
 * A week of diary cards as the rows of a table: one row for each thing asked, one cell for each
 * day. Pure; it knows the cards only by the shape they come in.
 */
import { t } from './strings';

interface Urge {
  level: number | null;
  acted: boolean | null;
}

export interface CardOfDay {
  on: string;
  urges: Record<'use' | 'self_harm' | 'suicide', Urge>;
  emotions: Record<'sad' | 'anger' | 'fear' | 'shame' | 'joy', number | null>;
  misery: Record<'emotional' | 'physical', number | null>;
  substances: string[];
  medication: 'taken' | 'missed' | 'none' | null;
  sleep_hours: number | null;
  skills: string[];
  skill_rating: number | null;
  targets: Record<string, Urge & { value: boolean | null }>;
  note: string;
}

export interface Target {
  id: string;
  label: string;
  scale: '0-5' | 'yes_no';
  ended_at: string | null;
}

export interface WeekCell {
  text: string;
  /** For those who listen, where the eye reads a sign. */
  spoken?: string;
  acted?: boolean;
  /** How deep the shade behind the number is, 0 to 5. */
  shade?: number;
}

export interface WeekRow {
  key: string;
  label: string;
  cells: WeekCell[];
}

export interface WeekGroup {
  title: string;
  rows: WeekRow[];
}

const NO_ANSWER = '–';
type Ask = (card: CardOfDay) => WeekCell | undefined;

/** The seven days that end with `last`, each YYYY-MM-DD. */
export function weekEnding(last: string, shift: (day: string, by: number) => string): string[] {
  return [-6, -5, -4, -3, -2, -1, 0].map((by) => shift(last, by));
}

export function weekGroups(days: readonly string[], cards: readonly CardOfDay[], targets: readonly Target[]): WeekGroup[] {
  const rowsOf = (asks: readonly [key: string, label: string, ask: Ask][]): WeekRow[] =>
    asks.map(([key, label, ask]) => ({ key, label, cells: days.map((day) => cellOf(cards, day, ask)) }));
  const groups = [
    { title: t.diary.urgesTitle, rows: rowsOf(URGES.map((name) => [name, t.diary.urges[name], ({ urges }) => urgeCell(urges[name])])) },
    { title: t.diary.targetsShort, rows: rowsOf(asked(targets, cards).map((target) => [target.id, nameOf(target), targetAsk(target)])) },
    { title: t.diary.emotionsTitle, rows: rowsOf(EMOTIONS.map((name) => [name, t.diary.emotions[name], ({ emotions }) => levelCell(emotions[name])])) },
    { title: t.diary.miseryTitle, rows: rowsOf(MISERY.map((name) => [name, t.diary.misery[name], ({ misery }) => levelCell(misery[name])])) },
    { title: t.diary.bodyTitle, rows: rowsOf(bodyAsks()) },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

const URGES = ['use', 'self_harm', 'suicide'] as const;
const EMOTIONS = ['sad', 'anger', 'fear', 'shame', 'joy'] as const;
const MISERY = ['emotional', 'physical'] as const;

const bodyAsks = (): [string, string, Ask][] => [
  ['sleep', t.diary.rows.sleep, ({ sleep_hours: hours }) => plainCell(hours)],
  ['medication', t.diary.rows.medication, ({ medication }) => (medication === null ? undefined : { text: t.diary.medicationShort[medication], spoken: t.diary.medicationSpoken[medication] })],
  ['substances', t.diary.rows.substances, ({ substances }) => (substances.length > 0 ? { text: t.diary.yes } : undefined)],
  ['skills', t.diary.rows.skills, ({ skills }) => (skills.length > 0 ? { text: String(skills.length) } : undefined)],
  ['rating', t.diary.rows.rating, ({ skill_rating: rating }) => plainCell(rating)],
];

function cellOf(cards: readonly CardOfDay[], day: string, ask: Ask): WeekCell {
  const card = cards.find(({ on }) => on === day);
  return (card && ask(card)) ?? { text: NO_ANSWER, spoken: t.diary.notAnswered };
}

const plainCell = (value: number | null): WeekCell | undefined => (value === null ? undefined : { text: String(value) });
const levelCell = (level: number | null): WeekCell | undefined => (level === null ? undefined : { text: String(level), shade: level });

/** An act without a level still shows: the two are different answers. */
function urgeCell({ level, acted }: Urge): WeekCell | undefined {
  if (level === null && acted !== true) return undefined;
  return { text: level === null ? NO_ANSWER : String(level), ...(level !== null && { shade: level }), ...(acted === true && { acted: true }) };
}

/** Ended targets are shown while the week still has answers to them. */
const asked = (targets: readonly Target[], cards: readonly CardOfDay[]): Target[] =>
  targets.filter(({ id, ended_at: ended }) => ended === null || cards.some(({ targets: answers }) => id in answers));

const nameOf = ({ label, ended_at: ended }: Target): string => (ended === null ? label : t.diary.targetEnded(label));

function targetAsk({ id, scale }: Target): Ask {
  return ({ targets }) => {
    const answer = targets[id];
    if (!answer) return undefined;
    if (scale === '0-5') return urgeCell(answer);
    return answer.value === null ? undefined : { text: answer.value ? t.diary.yes : t.diary.no };
  };
}

export interface DayWords {
  on: string;
  sentences: string[];
}

/** What the numbers of a week leave out: names of substances and skills, and the notes. */
export function weekWords(days: readonly string[], cards: readonly CardOfDay[], skillTitle: (slug: string) => string): DayWords[] {
  return days.flatMap((on) => {
    const card = cards.find((one) => one.on === on);
    if (!card) return [];
    const sentences = [
      card.substances.length > 0 ? t.diary.substancesWords(card.substances.join(', ')) : '',
      card.skills.length > 0 ? t.diary.skillsWords(card.skills.map(skillTitle).join(', ')) : '',
      card.note,
    ].filter((sentence) => sentence !== '');
    return sentences.length > 0 ? [{ on, sentences }] : [];
  });
}
