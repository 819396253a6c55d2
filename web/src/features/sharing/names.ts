/** How people and things are called on these screens. */
import type { Category, CategoryWords } from '../../api/sharing';

export const firstName = (name: string): string => name.split(' ')[0] ?? name;

export const nameOf = (category: Category, words: readonly CategoryWords[] | undefined): string => words?.find((one) => one.category === category)?.name ?? '';

/** In the order of the switches, whatever order they came in. */
export const namesOf = (categories: readonly Category[], words: readonly CategoryWords[] | undefined): string[] =>
  (words ?? []).filter(({ category }) => categories.includes(category)).map(({ name }) => name);
