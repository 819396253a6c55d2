/**
 * The words of the app in the person's language, by area: `t.alerts.title`.
 *
 * To add an area: write en/<area>.ts, add its line to `later` in en/index.ts, and name it in the
 * list that opens `lazyWithWords([...], ...)` of each screen that says it (app/routes.tsx).
 * `npm run words` fails for a screen that names too few or too many.
 * To add a language: write a folder like en/ whose index fits Language, and add it to LANGUAGES.
 */
import { lazy } from 'preact/compat';

import * as en from './en';

type First = typeof en.first;
type Later = typeof en.later;
type Words<A extends Area> = Awaited<ReturnType<Later[A]>>;

/** An area of words that is not in the entry. */
export type Area = keyof Later;
export type Messages = First & { [A in Area]: Words<A> };

export interface Language {
  first: First;
  later: { [A in Area]: () => Promise<Words<A>> };
}

const LANGUAGES: Record<string, () => Promise<Language>> = {
  en: () => Promise.resolve(en),
};

export const AREAS = Object.keys(en.later) as Area[];

/** Only the areas that were loaded are in it; a screen's own are, before it draws. */
export const t = { ...en.first } as Messages;
export let language = 'en';
let spoken: Language = en;

/** Use the first of the wanted languages that the app speaks; call before the first drawing. */
export async function chooseLanguage(wanted: readonly string[]): Promise<void> {
  const known = wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag in LANGUAGES);
  const load = known === undefined ? undefined : LANGUAGES[known];
  if (known === undefined || load === undefined) return;
  spoken = await load();
  Object.assign(t, spoken.first);
  language = known;
  document.documentElement.lang = known;
}

export async function loadWords(areas: readonly Area[]): Promise<void> {
  await Promise.all(areas.map(async (area) => Object.assign(t, { [area]: await spoken.later[area]() })));
}

/** A component in a chunk of its own that draws when its words are there as well. */
export function lazyWithWords<C>(areas: readonly Area[], load: () => Promise<C>) {
  return lazy(async () => {
    const [component] = await Promise.all([load(), loadWords(areas)]);
    return { default: component };
  });
}
