/** Which skills of the library fit what a person is looking for. Pure. */
import type { SkillSummary } from '../../api/types';

export const ALL = 'all';

export interface Wanted {
  need: string;
  topic: string;
  words: string;
  savedOnly: boolean;
}

export const ANYTHING: Wanted = { need: ALL, topic: ALL, words: '', savedOnly: false };

export const isNarrow = ({ need, topic, words, savedOnly }: Wanted): boolean => need !== ALL || topic !== ALL || words.trim() !== '' || savedOnly;

export function find(skills: readonly SkillSummary[], wanted: Wanted, saved: readonly string[]): SkillSummary[] {
  const words = plain(wanted.words).split(/\s+/).filter(Boolean);
  return skills.filter(
    (skill) =>
      (wanted.need === ALL || skill.needs.some((need) => need === wanted.need)) &&
      (wanted.topic === ALL || topicOf(skill) === wanted.topic) &&
      (!wanted.savedOnly || saved.includes(skill.slug)) &&
      words.every((word) => plain(`${skill.title} ${skill.summary}`).includes(word)),
  );
}

/** Small letters without their accents, so that “panico” finds “pánico”. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

/** A skill of no module belongs with its kind. */
export const topicOf = ({ module, kind }: SkillSummary): string => (module === '' ? kind : module);

/** Skills under their topics, the topics in the order of their names. */
export function byTopic(skills: readonly SkillSummary[], nameOf: (topic: string) => string): [topic: string, skills: SkillSummary[]][] {
  const found = new Map<string, SkillSummary[]>();
  for (const skill of skills) {
    const name = nameOf(topicOf(skill));
    found.set(name, [...(found.get(name) ?? []), skill]);
  }
  return [...found].sort(([a], [b]) => a.localeCompare(b));
}
