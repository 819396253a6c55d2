/**
 * The words of the app in the person's language, by area: `t.alerts.title`.
 *
 * To add an area: write en/<area>.ts and es/<area>.ts, add its line to `later` in both index.ts, and
 * name it in the list that opens `lazyWithWords([...], ...)` of each screen that says it (app/routes.tsx).
 * `npm run words` fails for a screen that names too few or too many, and for a word that nobody says.
 * To add a language: write a folder like es/ whose index fits Language, and add it to LANGUAGES.
 */
import { lazy } from 'preact/compat';

import type * as english from './en';

type First = typeof english.first;
type Later = typeof english.later;
type Words<A extends Area> = Awaited<ReturnType<Later[A]>>;

/** An area of words that does not come with the first ones. */
export type Area = keyof Later;
export type Messages = First & { [A in Area]: Words<A> };

export interface Language {
  first: First;
  later: { [A in Area]: () => Promise<Words<A>> };
}

// Neither is in the entry: nobody loads a language that they do not read.
const LANGUAGES = {
  en: (): Promise<Language> => import('./en'),
  es: (): Promise<Language> => import('./es'),
};

export type LanguageCode = keyof typeof LANGUAGES;

/** Each by its own name: who looks for it reads no other. */
export const LANGUAGE_NAMES: Readonly<Record<LanguageCode, string>> = { en: 'English', es: 'Español' };

/** Only the areas that were loaded are in it; a screen's own are, before it draws. */
export const t = {} as Messages;
export let language: LanguageCode = 'en';

let spoken: Language | undefined;
let newest: LanguageCode | undefined;
const loaded = new Set<Area>();
const listeners = new Set<() => void>();

/** The first of these languages that the app speaks. */
export function knownLanguage(wanted: readonly (string | null | undefined)[]): LanguageCode | undefined {
  const codes = wanted.map((tag) => tag?.slice(0, 2).toLowerCase());
  return codes.find((code): code is LanguageCode => code !== undefined && code in LANGUAGES);
}

/** Say everything in this language from now on; call before the first drawing. */
export async function speak(code: LanguageCode): Promise<void> {
  newest = code;
  const chosen = await LANGUAGES[code]();
  const areas = await wordsOf(chosen, [...loaded]);
  // Two taps, quickly: the later one counts, whichever words come last.
  if (newest !== code) return;
  spoken = chosen;
  Object.assign(t, chosen.first, areas);
  language = code;
  document.documentElement.lang = code;
  for (const listener of listeners) listener();
}

/** Hear when the language has changed: everything is then drawn again, and nothing written is lost. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const readLanguage = (): LanguageCode => language;

export async function loadWords(areas: readonly Area[]): Promise<void> {
  for (const area of areas) loaded.add(area);
  const now = spoken;
  if (!now) throw new Error('Words were asked for before a language was chosen.');
  const words = await wordsOf(now, areas);
  // Somebody may have changed the language while these were on their way.
  if (now === spoken) Object.assign(t, words);
  else await loadWords(areas);
}

async function wordsOf(from: Language, areas: readonly Area[]): Promise<Partial<Messages>> {
  const entries = await Promise.all(areas.map(async (area) => [area, await from.later[area]()] as const));
  return Object.fromEntries(entries);
}

/** A file that exports one component and nothing else, or that component. */
type Loaded<C> = C | Readonly<Record<string, C>>;

/** A component in a chunk of its own that draws when its words are there as well. */
export function lazyWithWords<C extends (props: never) => unknown>(areas: readonly Area[], load: () => Promise<Loaded<C>>) {
  return lazy(async () => {
    const [loadedFile] = await Promise.all([load(), loadWords(areas)]);
    // Naming each component beside its file would weigh a kilobyte in the entry.
    const component = typeof loadedFile === 'function' ? loadedFile : Object.values(loadedFile)[0];
    if (!component) throw new Error('A screen whose file exports nothing.');
    return { default: component };
  });
}
