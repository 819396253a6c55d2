/** The charts of one person's measures over the same days, for the person and for their clinician. */
import type { JSX } from 'preact';

import { shortDate, longDay } from '../../lib/dates';
import { middleHalf } from '../../lib/middle';
import { language, t } from '../../lib/strings';
import { LineChart, type MarkRow } from './line-chart';
import type { Band, Value } from './model';

/** What is drawn of a person's weeks; the server says more. */
export interface Weeks {
  days: readonly string[];
  measures: readonly { key: string; low: number; high: number; values: readonly Value[]; usual: readonly (Band | null)[] | null }[];
  items: readonly { id: string; label: string; scale: string; values: readonly Value[]; usual: readonly (Band | null)[] | null }[];
  questionnaires: readonly { key: string; title: string; low: number; high: number | null; points: readonly { on: string; total: number }[] }[];
  sessions: readonly { on: string; attendance: string }[];
  practices: readonly { on: string }[];
  lapses: readonly { on: string }[];
}

export interface Charted {
  key: string;
  name: string;
  low: number;
  high: number;
  values: readonly Value[];
  usual: readonly (Band | null)[] | undefined;
  write: (value: number) => string;
}

/** Everything that can be drawn, in the order of the check-in: measures, own items, questionnaires. */
export function chartedOf(series: Weeks): Charted[] {
  return [...measuresOf(series), ...itemsOf(series), ...formsOf(series)];
}

/** Hours that nearly every night stays under: a scale to 24 would flatten it. */
const NIGHT = 12;

function measuresOf({ measures }: Weeks): Charted[] {
  return measures.flatMap(({ key, low, high, values, usual }) => {
    const words = t.progress.measures[key];
    return words ? [{ key, name: words.name, low, high: key === 'sleep_hours' ? Math.max(NIGHT, ...values.map((value) => value ?? 0)) : high, values, usual: usual ?? undefined, write: words.write }] : [];
  });
}

function itemsOf({ items }: Weeks): Charted[] {
  return items.map(({ id, label, scale, values, usual }) => ({
    key: id,
    name: scale === 'yes_no' ? t.progress.itemYesNo(label) : t.progress.itemName(label),
    low: 0,
    high: scale === 'yes_no' ? 1 : 10,
    values,
    usual: usual ?? undefined,
    write: scale === 'yes_no' ? t.progress.yesNoWrite : t.progress.itemWrite,
  }));
}

/** A questionnaire's totals stand on the days of their answers; the days between are gaps. */
function formsOf({ questionnaires, days }: Weeks): Charted[] {
  return questionnaires.map(({ key, title, low, high, points }) => ({
    key,
    name: title,
    low,
    high: high ?? Math.max(1, ...points.map(({ total }) => total)),
    values: days.map((day) => points.find(({ on }) => on === day)?.total ?? null),
    usual: undefined,
    write: t.progress.totalWrite,
  }));
}

export function MeasureChart({ charted, series }: { charted: Charted; series: Weeks }): JSX.Element {
  const days = series.days.map((day) => ({ short: shortDate(day, language), whole: longDay(day, language) }));
  const { name, values, usual, low, high, write } = charted;
  const words = { ...t.progress, name, summary: summaryOf(values) };
  return <LineChart words={words} low={low} high={high} days={days} values={values} usual={usual} marks={marksOf(series)} write={write} />;
}

function summaryOf(values: readonly Value[]): string {
  const given = values.filter((value) => value !== null);
  const { low, high } = middleHalf(given);
  return t.progress.summary(given.length, values.length, t.progress.range(low, high));
}

const ATTENDED = ['present', 'late', 'left_early'];

function marksOf({ days, sessions, practices, lapses }: Weeks): MarkRow[] {
  const placed = (marks: readonly { on: string }[]): number[] => [...new Set(marks.map(({ on }) => days.indexOf(on)))].filter((at) => at >= 0);
  const rows: MarkRow[] = [
    { name: t.progress.marks.sessions, sign: '●', on: placed(sessions.filter(({ attendance }) => ATTENDED.includes(attendance))) },
    { name: t.progress.marks.missed, sign: '○', on: placed(sessions.filter(({ attendance }) => attendance === 'absent')) },
    { name: t.progress.marks.practices, sign: '▲', on: placed(practices) },
    { name: t.progress.marks.lapses, sign: '◆', on: placed(lapses) },
  ];
  return rows.filter(({ on }) => on.length > 0);
}
