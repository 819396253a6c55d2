/**
 * Fails when any first screen needs more JavaScript than the budget in any language: the entry, the
 * first words, the route's own chunk, its words, and all that these import. Then adds up what the
 * service worker brings onto a phone at the first visit. Run after `npm run build`.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { filesOfAreas, indexOf, languages, screens } from './screen-words.mjs';

const BUDGET = 60 * 1024;
// All languages lie on the phone, so that one can be chosen with no signal as well.
const ON_THE_PHONE = 1536 * 1024;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

const weights = new Map();
const weight = (file) => {
  if (!weights.has(file)) weights.set(file, gzipSync(readFileSync(new URL(file, dist))).length);
  return weights.get(file);
};

const closure = (key, seen = new Set()) => {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) closure(next, seen);
  return seen;
};

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const shown = screens.filter(({ file }) => manifest[entry].dynamicImports.includes(file));
let worst = 0;
for (const { file, areas } of [{ file: entry, areas: [] }, ...shown]) {
  const totals = languages.map((language) => total([entry, indexOf(language), file, ...areas.map((area) => filesOfAreas(language).get(area))]));
  worst = Math.max(worst, ...totals);
  const said = totals.map((bytes, at) => `${(bytes / 1024).toFixed(1).padStart(6)} KB ${languages[at]}`);
  console.log(`${said.join(' ')}  ${file}`);
}
if (worst > BUDGET) {
  console.error(`A first screen needs ${(worst / 1024).toFixed(1)} KB of JavaScript; the budget is ${BUDGET / 1024} KB.`);
  process.exitCode = 1;
}

const installed = [...new Set(Object.values(manifest).flatMap(({ file, css = [] }) => [file, ...css]))].reduce((sum, file) => sum + weight(file), 0);
console.log(`${(installed / 1024).toFixed(0)} KB are brought onto the phone.`);
if (installed > ON_THE_PHONE) {
  console.error(`The budget for the phone is ${ON_THE_PHONE / 1024} KB.`);
  process.exitCode = 1;
}

function total(starts) {
  const keys = new Set(starts.flatMap((key) => [...closure(key)]));
  return [...keys].reduce((sum, key) => sum + weight(manifest[key].file), 0);
}
