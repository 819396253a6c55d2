/** The path of lessons and where somebody is on it. Pure. */

export interface OnPath {
  slug: string;
  group: string;
  for: readonly string[];
}

/** Where somebody was last in a lesson. Sections count from 1. */
export interface LessonPlace {
  section: number;
  finished: boolean;
  /** When they read it last. */
  at: string;
}

export type LessonPlaces = Readonly<Record<string, LessonPlace>>;

/** The newest of what the server and this device know; a lesson that was finished once stays so. */
export function joinPlaces(one: LessonPlaces, other: LessonPlaces): LessonPlaces {
  const joined: Record<string, LessonPlace> = { ...one };
  for (const [slug, place] of Object.entries(other)) {
    const known = joined[slug];
    const newest = known && Date.parse(known.at) > Date.parse(place.at) ? known : place;
    joined[slug] = { ...newest, finished: place.finished || (known?.finished ?? false) };
  }
  return joined;
}

/** Lessons by their group, groups and lessons in the order of the path. */
export function byGroup<L extends OnPath>(lessons: readonly L[]): { group: L['group']; lessons: L[] }[] {
  const groups = new Map<L['group'], L[]>();
  for (const lesson of lessons) groups.set(lesson.group, [...(groups.get(lesson.group) ?? []), lesson]);
  return [...groups].map(([group, inside]) => ({ group, lessons: inside }));
}

/** Written for whoever has this place in the family. */
export const isForMe = ({ for: whom }: OnPath, relations: readonly string[]): boolean => whom.some((one) => relations.includes(one));

/** A lesson for another place in the family is not suggested; it can be read all the same. */
const fits = (lesson: OnPath, relations: readonly string[]): boolean =>
  lesson.for.includes('everyone') || isForMe(lesson, relations);

/** The lesson to go on with: the one that was begun last, else the first that is not finished. */
export function goOnWith<L extends OnPath>(lessons: readonly L[], places: LessonPlaces, relations: readonly string[]): L | undefined {
  const begun = lessons.filter(({ slug }) => places[slug]?.finished === false);
  begun.sort((a, b) => Date.parse(places[b.slug]?.at ?? '') - Date.parse(places[a.slug]?.at ?? ''));
  return begun[0] ?? lessons.find((lesson) => !places[lesson.slug] && fits(lesson, relations));
}

/** What comes after a lesson: the next that fits and is not finished, from the start again at the end. */
export function nextAfter<L extends OnPath>(slug: string, lessons: readonly L[], places: LessonPlaces, relations: readonly string[]): L | undefined {
  const at = lessons.findIndex((lesson) => lesson.slug === slug);
  const others = [...lessons.slice(at + 1), ...lessons.slice(0, Math.max(at, 0))];
  return others.find((lesson) => !places[lesson.slug]?.finished && fits(lesson, relations));
}
