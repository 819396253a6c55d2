/**
 * Which areas of words (src/lib/strings) each lazily loaded screen names, and which its files say.
 * Read from the source, so that check-words.mjs and check-size.mjs can hold the two together.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('..', import.meta.url));
const LAZY = /lazyWithWords\(\s*\[([^\]]*)\],\s*\(\) =>\s*import\('([^']+)'\)/g;
const IMPORT = /^(?:import|export) (?!type )(?:[^;]*? from )?'(\.[^']+)';/gm;
const SAID = /\bt\.([a-zA-Z]+)/g;

const read = (file) => readFileSync(join(web, file), 'utf8');
const withoutComments = (text) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
const resolve = (from, path) => {
  const base = normalize(join(dirname(from), path));
  return [`${base}.tsx`, `${base}.ts`, join(base, 'index.ts')].find((file) => existsSync(join(web, file)));
};

const filesUnder = (folder) =>
  readdirSync(join(web, folder), { recursive: true })
    .map((name) => join(folder, name))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|src\/testing\/|\.d\.ts$/.test(file));

/** Each use of lazyWithWords: the file it is in, the file it loads, the areas it names. */
export const screens = filesUnder('src').flatMap((from) =>
  [...read(from).matchAll(LAZY)].map(([, areas, path]) => ({
    from,
    file: resolve(from, path),
    areas: [...areas.matchAll(/'([^']+)'/g)].map(([, area]) => area),
  })),
);

/** The areas said in a file and in all that it imports; what these load lazily is theirs to name. */
export function areasSaidFrom(file, seen = new Set()) {
  const said = new Set();
  if (seen.has(file)) return said;
  seen.add(file);
  const text = withoutComments(read(file));
  for (const [, area] of text.matchAll(SAID)) said.add(area);
  for (const [, path] of text.matchAll(IMPORT)) {
    const next = resolve(file, path);
    if (next) areasSaidFrom(next, seen).forEach((area) => said.add(area));
  }
  return said;
}

/** The languages that the app speaks, each a folder. English is the one every other is measured against. */
export const languages = readdirSync(join(web, 'src/lib/strings'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

export const indexOf = (language) => `src/lib/strings/${language}/index.ts`;

/** The file of each area of a language that does not come with its first words. */
export const filesOfAreas = (language) =>
  new Map(
    [...read(indexOf(language)).matchAll(/^ {2}(\w+): \(\) => import\('\.\/([^']+)'\)/gm)].map(([, area, name]) => [
      area,
      `src/lib/strings/${language}/${name}.ts`,
    ]),
  );

export const fileOfArea = filesOfAreas('en');

const NAMED = /^ {2}(\w+): lazyWithWords\(\s*\[([^\]]*)\],\s*\(\) =>\s*import\('([^']+)'\)/gm;
const ROUTE = /pattern: '([^']+)',\s*roles: (\[[^\]]*\]|\w+),[^}]*?screen: screens\.(\w+)/g;
const ROUTER = 'src/app/routes.tsx';

/** Each path of the router, with the file of its screen, the areas that it says, and whether it is everybody's. */
export function routes() {
  const text = read(ROUTER);
  const named = new Map(
    [...text.matchAll(NAMED)].map(([, name, areas, path]) => [
      name,
      { file: resolve(ROUTER, path), areas: [...areas.matchAll(/'([^']+)'/g)].map(([, area]) => area) },
    ]),
  );
  return [...text.matchAll(ROUTE)].map(([, pattern, roles, name]) => ({ pattern, public: roles === '[]', ...named.get(name) }));
}

/** Where each role begins. */
export const homes = () => [...read(ROUTER).matchAll(/^ {2}\['\w+', '([^']+)'\],$/gm)].map(([, path]) => path);
