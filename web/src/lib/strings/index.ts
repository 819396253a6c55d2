/**
 * The words of the app in the person's language. A language is a folder like en/ that fits
 * Messages; adding one means adding its folder and a line in LANGUAGES.
 */
import { en } from './en';

export type Messages = typeof en;

const LANGUAGES: Record<string, () => Promise<Messages>> = {
  en: () => Promise.resolve(en),
};

export let t: Messages = en;
export let language = 'en';

/** Use the first of the wanted languages that the app speaks; call before the first drawing. */
export async function chooseLanguage(wanted: readonly string[]): Promise<void> {
  const known = wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag in LANGUAGES);
  const load = known === undefined ? undefined : LANGUAGES[known];
  if (known === undefined || load === undefined) return;
  t = await load();
  language = known;
  document.documentElement.lang = known;
}
