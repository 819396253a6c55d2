/** What may be told of use before the program. Nothing of it has to be. */
export interface Told {
  last_use_on: string | null;
  episodes_in_year: number | null;
  goal: Goal;
  pattern: Pattern;
}

type Goal = '' | 'abstinence' | 'less' | 'none';
type Pattern = '' | 'daily' | 'most_days' | 'weekends' | 'binges' | 'now_and_then';

/** The same while it is typed. */
export interface ToldDraft {
  last: string;
  times: string;
  goal: Goal;
  pattern: Pattern;
}

/** What a row says of parts that may never have been told. */
type Known = Omit<Told, 'goal' | 'pattern'> & { goal?: Goal | undefined; pattern?: Pattern | undefined };

const MOST = 366;

const NOTHING: ToldDraft = { last: '', times: '', goal: '', pattern: '' };

export function draftOf(told: Known | null): ToldDraft {
  if (!told) return NOTHING;
  const { last_use_on: last, episodes_in_year: times, goal = '', pattern = '' } = told;
  return { last: last ?? '', times: String(times ?? ''), goal, pattern };
}

export const timesWrong = ({ times }: ToldDraft): boolean => times.trim() !== '' && (!/^\d+$/.test(times.trim()) || Number(times) > MOST);

export const toldOf = ({ last, times, goal, pattern }: ToldDraft): Told => ({
  last_use_on: last || null,
  episodes_in_year: times.trim() === '' ? null : Number(times),
  goal,
  pattern,
});
