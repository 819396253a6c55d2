/**
 * After `vite build`: packs every text file, since the server packs nothing while somebody waits, and
 * writes dist/preload.json: which files each path needs first in each language. The server names them
 * in the page (backend/page.py), so that a first visit asks for all of them at once and not in turn.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import { filesOfAreas, homes, indexOf, languages, routes, screens } from './screen-words.mjs';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const WORTH_PACKING = /\.(?:js|css|html|svg|json|webmanifest)$/;
const LEAST_BYTES = 600;

function filesOf(keys, seen = new Set()) {
  for (const key of keys) {
    if (!key || seen.has(key) || !(key in manifest)) continue;
    seen.add(key);
    filesOf(manifest[key].imports ?? [], seen);
  }
  return seen;
}

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const written = (keys) => [...filesOf(keys)].filter((key) => key !== entry).map((key) => `/${manifest[key].file}`);

/** The files of a screen and of the words it says, in each language. */
const needed = (...loaded) =>
  Object.fromEntries(
    languages.map((language) => [
      language,
      written(loaded.flatMap(({ file, areas }) => [file, ...areas.map((area) => filesOfAreas(language).get(area))])),
    ]),
  );
const loadedByName = (name) => screens.find(({ file }) => file.endsWith(name));
// Whoever comes for the first time sees the tour above their first screen.
const tour = loadedByName('/guide/tour.tsx');
const firstSeen = homes();

const preload = {
  languages: Object.fromEntries(languages.map((language) => [language, written([entry, indexOf(language)])])),
  door: needed(loadedByName('/sign-in-screen.tsx')),
  routes: routes().map(({ pattern, public: open, ...screen }) => ({
    pattern,
    public: open,
    ...needed(screen, ...(firstSeen.includes(pattern) ? [tour] : [])),
  })),
};
writeFileSync(join(dist, 'preload.json'), JSON.stringify(preload));

for (const name of readdirSync(dist, { recursive: true })) {
  if (!WORTH_PACKING.test(name) || name.startsWith('.vite') || name === 'preload.json') continue;
  const plain = readFileSync(join(dist, name));
  if (plain.length < LEAST_BYTES) continue;
  writeFileSync(join(dist, `${name}.gz`), gzipSync(plain, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  writeFileSync(join(dist, `${name}.br`), brotliCompressSync(plain, { params }));
}
