/** Marks on a list of people before they are saved, one step after the other, so that each can be undone. Pure. */
import type { Attendance, AttendanceEntry, RosterEntry } from '../../api/schedule';

export interface RosterStep {
  /** What was said since the list was last saved. */
  marks: Readonly<Record<string, Attendance>>;
  /** The place of the person who is next. */
  at: number;
}

/** Oldest first; there is always one. */
export type RosterSteps = readonly [RosterStep, ...RosterStep[]];

export const newest = (steps: RosterSteps): RosterStep => steps.at(-1) ?? steps[0];

const within = (at: number, count: number): number => Math.max(0, Math.min(at, count - 1));

export const markOf = ({ client, attendance }: RosterEntry, { marks }: RosterStep): Attendance | '' => marks[client] ?? attendance;

/** Begin with the first person about whom nothing is known. */
export const begin = (entries: readonly RosterEntry[]): RosterSteps => [{ marks: {}, at: Math.max(0, entries.findIndex(({ attendance }) => attendance === '')) }];

export function chosen(steps: RosterSteps, at: number, count: number): RosterSteps {
  const [first, ...others] = steps;
  const step = { ...newest(steps), at: within(at, count) };
  return others.length === 0 ? [step] : [first, ...others.slice(0, -1), step];
}

/** Say one thing of the person at a place, and go on to the next. */
export function marked(steps: RosterSteps, entries: readonly RosterEntry[], at: number, mark: Attendance): RosterSteps {
  const entry = entries[at];
  if (!entry) return steps;
  return [...chosen(steps, at, entries.length), { marks: { ...newest(steps).marks, [entry.client]: mark }, at: within(at + 1, entries.length) }];
}

/** Say “present” of all of whom nothing is said. */
export function restPresent(steps: RosterSteps, entries: readonly RosterEntry[]): RosterSteps {
  const now = newest(steps);
  const open = entries.filter((entry) => markOf(entry, now) === '');
  if (open.length === 0) return steps;
  return [...steps, { marks: { ...now.marks, ...Object.fromEntries(open.map(({ client }) => [client, 'present' as const])) }, at: now.at }];
}

export function undone(steps: RosterSteps): RosterSteps {
  const [first, ...others] = steps;
  return [first, ...others.slice(0, -1)];
}

export const openCount = (entries: readonly RosterEntry[], step: RosterStep): number => entries.filter((entry) => markOf(entry, step) === '').length;

/** Whether anything waits to be saved. */
export const isChanged = (entries: readonly RosterEntry[], step: RosterStep): boolean => entries.some((entry) => markOf(entry, step) !== entry.attendance);

export const firstOpen = (entries: readonly RosterEntry[], step: RosterStep): number => entries.findIndex((entry) => markOf(entry, step) === '');

/** What is said of each, to be saved. */
export const given = (entries: readonly RosterEntry[], step: RosterStep): AttendanceEntry[] =>
  entries.flatMap((entry) => {
    const attendance = markOf(entry, step);
    return attendance === '' ? [] : [{ client: entry.client, attendance }];
  });
