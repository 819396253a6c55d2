/** A series or a session while it is written, and what goes to the server. Pure. */
import type { Series, SeriesBody } from '../../api/program';
import { fieldOfMinute, minuteOfField } from '../../lib/minutes';
import { readRule, writeRule, type Recurrence } from '../../lib/recurrence';

export interface SeriesDraft {
  kind: SeriesBody['kind'];
  title: string;
  topic: NonNullable<SeriesBody['topic']>;
  skill: string;
  recurrence: Recurrence;
  /** A rule that the form cannot show; it stays until another is chosen. */
  ownRule: string | undefined;
  from: string;
  until: string;
  time: string;
  minutes: string;
  place: 'room' | 'link';
  room: string;
  link: string;
  clinicians: readonly string[];
  capacity: string;
  track: string;
}

/** What the form can find wrong by itself, by the server's name of the field. */
export type Fault = 'title' | 'rule' | 'starts_on' | 'minute_of_day' | 'minutes' | 'room' | 'clinicians' | 'capacity';

const WEEKLY: Recurrence = { every: 'week', interval: 1, weekdays: [], nth: 'day', monthDay: 1 };
const SHORTEST = 5;
const LONGEST = 720;

export const emptyDraft = (from: string): SeriesDraft => ({
  kind: 'group',
  title: '',
  topic: '',
  skill: '',
  recurrence: WEEKLY,
  ownRule: undefined,
  from,
  until: '',
  time: '09:00',
  minutes: '60',
  place: 'room',
  room: '',
  link: '',
  clinicians: [],
  capacity: '',
  track: '',
});

/** A series as it stands, to be changed from a day on. */
export function draftOf(series: Series, from: string): SeriesDraft {
  const recurrence = readRule(series.rule);
  return {
    kind: series.kind,
    title: series.title,
    topic: series.topic,
    skill: series.skill_slug,
    recurrence: recurrence ?? WEEKLY,
    // COUNT and UNTIL are in the rule, not in the form: such a rule is kept as it is, too.
    ownRule: recurrence && writeRule(recurrence) === series.rule ? undefined : series.rule,
    from,
    until: series.ends_on ?? '',
    time: fieldOfMinute(series.minute_of_day),
    minutes: String(series.minutes),
    ...whereOf(series),
    clinicians: series.clinicians,
    track: series.track ?? '',
  };
}

const whereOf = ({ room, telehealth_url: link, capacity }: Series): Pick<SeriesDraft, 'place' | 'room' | 'link' | 'capacity'> => ({
  place: room === null ? 'link' : 'room',
  room: room ?? '',
  link,
  capacity: capacity === null ? '' : String(capacity),
});

export function faultsOf(draft: SeriesDraft, repeats: boolean): Fault[] {
  const minutes = Number(draft.minutes);
  const wrong: Record<Fault, boolean> = {
    title: draft.title.trim() === '',
    rule: repeats && draft.ownRule === undefined && draft.recurrence.every === 'week' && draft.recurrence.weekdays.length === 0,
    starts_on: draft.from === '',
    minute_of_day: minuteOfField(draft.time) === undefined,
    minutes: !Number.isInteger(minutes) || minutes < SHORTEST || minutes > LONGEST,
    room: (draft.place === 'room' ? draft.room : draft.link.trim()) === '',
    clinicians: draft.clinicians.length === 0,
    capacity: draft.capacity !== '' && !/^[1-9]\d{0,3}$/.test(draft.capacity.trim()),
  };
  return (Object.keys(wrong) as Fault[]).filter((field) => wrong[field]);
}

export const ruleOf = ({ ownRule, recurrence }: SeriesDraft): string => ownRule ?? writeRule(recurrence);

/** What every session of it is, and where. */
export const whatOf = (draft: SeriesDraft) => ({
  kind: draft.kind,
  title: draft.title.trim(),
  topic: draft.kind === 'workshop' ? draft.topic : ('' as const),
  skill_slug: draft.skill,
  room: draft.place === 'room' ? draft.room : null,
  telehealth_url: draft.place === 'link' ? draft.link.trim() : '',
  capacity: draft.capacity === '' ? null : Number(draft.capacity),
  clinicians: [...draft.clinicians],
  minutes: Number(draft.minutes),
});

export const seriesBody = (draft: SeriesDraft): SeriesBody => ({
  ...whatOf(draft),
  rule: ruleOf(draft),
  starts_on: draft.from,
  ends_on: draft.until === '' ? null : draft.until,
  minute_of_day: minuteOfField(draft.time) ?? 0,
});
