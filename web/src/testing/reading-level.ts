/**
 * How hard a text is to read, near enough to catch a sentence that has grown too hard. Spanish by
 * the formula, the syllables and the limits of tests/skills/reading.py, which measures exercises.
 */

/** The school grade of an English text (Flesch-Kincaid). */

export function gradeOf(text: string): number {
  const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((part) => /\w/.test(part));
  const words = text.match(/[A-Za-z’']+/g) ?? [];
  if (sentences.length === 0 || words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return (0.39 * words.length) / sentences.length + (11.8 * syllables) / words.length - 15.59;
}

function syllablesOf(word: string): number {
  const bare = word.toLowerCase().replace(/[^a-z]/g, '').replace(/(?:[^laeiouy]es|[^laeiouyt]ed|[^laeiouy]e)$/, '');
  return Math.max(1, (bare.match(/[aeiouy]{1,2}/g) ?? []).length);
}

const NUCLEUS = /[iuüy]*[aeoáéóíú][iuüy]*|[iuüy]+/g;

/** How easy a Spanish text reads (Szigriszt-Pazos); 55 to 65 is normal on the INFLESZ scale, more is easy. */
export function easeOf(text: string): number {
  const sentences = text.split(/[.!?\n]+/).filter((part) => /\p{L}/u.test(part));
  const words = text.match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  if (sentences.length === 0 || words.length === 0) return 100;
  const syllables = words.reduce((sum, word) => sum + spanishSyllablesOf(word), 0);
  return 206.835 - (62.3 * syllables) / words.length - words.length / sentences.length;
}

function spanishSyllablesOf(word: string): number {
  const spoken = word.toLowerCase().replace(/qu(?=[eiéí])|gu(?=[eiéí])/g, 'k').replace(/y(?=[aeiouáéíóú])/g, 'll');
  return Math.max(1, (spoken.match(NUCLEUS) ?? []).length);
}

/** The sentences of a tree of messages, one after the other; short labels would flatter the measure. */
export const wholeText = (messages: unknown): string =>
  textsOf(messages)
    .filter((text) => text.split(' ').length > 3)
    .map((text) => (/[.!?]$/.test(text) ? text : `${text}.`))
    .join(' ');

/** Every sentence inside a tree of messages; functions are called with plain stand-ins. */
export function textsOf(messages: unknown): string[] {
  if (typeof messages === 'string') return [messages];
  if (typeof messages === 'function') return [String((messages as (...args: unknown[]) => unknown)('Sam', 'Sam'))];
  if (typeof messages === 'object' && messages !== null) return Object.values(messages).flatMap(textsOf);
  return [];
}
