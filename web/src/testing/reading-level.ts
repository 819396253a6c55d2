/** A rough Flesch-Kincaid school grade, good enough to catch a sentence that has grown too hard. */

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

/** Every sentence inside a tree of messages; functions are called with plain stand-ins. */
export function textsOf(messages: unknown): string[] {
  if (typeof messages === 'string') return [messages];
  if (typeof messages === 'function') return [String((messages as (...args: unknown[]) => unknown)('Sam', 'Sam'))];
  if (typeof messages === 'object' && messages !== null) return Object.values(messages).flatMap(textsOf);
  return [];
}
