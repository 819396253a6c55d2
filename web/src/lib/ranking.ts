/**
 * What to try first in a hard moment: what worked for this person, then what fits. Pure, and the
 * same rule as the server's (skills/rules/ranking.py); shared cases hold both to it.
 */

export type Band = 'low' | 'middle' | 'high';
/** here: tried when it was this strong. elsewhere: tried at other levels only. */
export type Basis = 'here' | 'elsewhere' | 'untried';

/** Every number of the rule. The server sends them along, so that a changed number needs no new app. */
export interface Rule {
  /** What an exercise is expected to ease before anybody tried it, and how much that counts for. */
  prior: number;
  prior_weight: number;
  fits: number;
  per_minute: number;
  found_helpful: number;
  other_levels: number;
  low_until: number;
  middle_until: number;
  strong_from: number;
  long_over: number;
  long_when_strong: number;
  most_results: number;
}

/** The form of the rule that this file knows. */
export const RULE_VERSION = 'help-now-1';

export const RULE: Rule = {
  prior: 1,
  prior_weight: 3,
  fits: 0.5,
  per_minute: 0.02,
  found_helpful: 0.25,
  other_levels: 0.5,
  low_until: 3,
  middle_until: 6,
  strong_from: 7,
  long_over: 10,
  long_when_strong: 0.5,
  most_results: 8,
};

export interface Exercise {
  slug: string;
  minutes: number;
  needs: readonly string[];
}

export interface Done {
  slug: string;
  need: string;
  before: number | null;
  after: number | null;
  helpful: boolean | null;
}

interface Sums {
  /** Practices rated before and after, those among them that eased, and the easing in all. */
  tried: number;
  helped: number;
  total_change: number;
  /** Answers to “did it help?”. */
  yes: number;
  no: number;
}

/** All practices of one exercise for one need in one band of strength. */
export interface Effect extends Sums {
  slug: string;
  need: string;
  level_band: Band;
}

export interface Ranked<E extends Exercise = Exercise> {
  exercise: E;
  score: number;
  basis: Basis;
  tried: number;
  helped: number;
  totalChange: number;
}

export function bandOf(level: number, rule: Rule = RULE): Band {
  if (level <= rule.low_until) return 'low';
  return level <= rule.middle_until ? 'middle' : 'high';
}

/** Sum up practices by exercise, need and band; without a need and a first rating they are left out. */
export function effectsOf(practices: readonly Done[], rule: Rule = RULE): Effect[] {
  return mergeEffects(
    practices.flatMap((done) => {
      if (!done.need || done.before === null) return [];
      const change = done.after === null ? 0 : done.before - done.after;
      return [
        {
          slug: done.slug,
          need: done.need,
          level_band: bandOf(done.before, rule),
          tried: Number(done.after !== null),
          helped: Number(change > 0),
          total_change: change,
          yes: Number(done.helpful === true),
          no: Number(done.helpful === false),
        },
      ];
    }),
  );
}

/** One effect for each exercise, need and band. */
export function mergeEffects(effects: readonly Effect[]): Effect[] {
  const found = new Map<string, Effect>();
  for (const effect of effects) {
    const key = [effect.slug, effect.need, effect.level_band].join(' ');
    const other = found.get(key);
    found.set(key, other ? { ...other, ...addUp([other, effect]) } : effect);
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, effect]) => effect);
}

const addUp = (all: readonly Sums[]): Sums => ({
  tried: all.reduce((sum, one) => sum + one.tried, 0),
  helped: all.reduce((sum, one) => sum + one.helped, 0),
  total_change: all.reduce((sum, one) => sum + one.total_change, 0),
  yes: all.reduce((sum, one) => sum + one.yes, 0),
  no: all.reduce((sum, one) => sum + one.no, 0),
});

interface Moment {
  need: string;
  level: number;
}

/** The exercises to offer, best first: what is made for the need, and what was tried for it. */
export function rank<E extends Exercise>(exercises: readonly E[], effects: readonly Effect[], moment: Moment, rule: Rule = RULE): Ranked<E>[] {
  const ofNeed = effects.filter(({ need }) => need === moment.need);
  return exercises
    .map((exercise) => ({ exercise, known: ofNeed.filter(({ slug }) => slug === exercise.slug) }))
    .filter(({ exercise, known }) => exercise.needs.includes(moment.need) || known.some(({ tried }) => tried > 0))
    .map(({ exercise, known }) => rankOne(exercise, known, moment, rule))
    .sort((a, b) => b.score - a.score || a.exercise.minutes - b.exercise.minutes || (a.exercise.slug < b.exercise.slug ? -1 : 1))
    .slice(0, rule.most_results);
}

function rankOne<E extends Exercise>(exercise: E, known: readonly Effect[], moment: Moment, rule: Rule): Ranked<E> {
  const here = known.filter(({ level_band, tried }) => level_band === bandOf(moment.level, rule) && tried > 0);
  const total = addUp(here.length > 0 ? here : known);
  const weight = here.length > 0 ? 1 : rule.other_levels;
  const eased = (weight * total.total_change + rule.prior_weight * rule.prior) / (weight * total.tried + rule.prior_weight);
  return {
    exercise,
    score: rounded(eased + adjustment(exercise, total, moment, rule), 4),
    basis: here.length > 0 ? 'here' : total.tried > 0 ? 'elsewhere' : 'untried',
    tried: total.tried,
    helped: total.helped,
    totalChange: total.total_change,
  };
}

function adjustment(exercise: Exercise, { yes, no }: Sums, { need, level }: Moment, rule: Rule): number {
  const fits = exercise.needs.includes(need) ? rule.fits : 0;
  const found = yes + no > 0 ? (rule.found_helpful * (yes - no)) / (yes + no) : 0;
  const tooLong = level >= rule.strong_from && exercise.minutes > rule.long_over ? rule.long_when_strong : 0;
  return fits + found - rule.per_minute * exercise.minutes - tooLong;
}

export function rounded(value: number, places: number): number {
  const scale = 10 ** places;
  return Math.floor(value * scale + 0.5) / scale;
}
