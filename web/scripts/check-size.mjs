/**
 * Fails when any first screen needs more JavaScript than the budget: the entry, the route's own
 * chunk, its words, and all that these import. Run after `npm run build`.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import { fileOfArea, screens } from './screen-words.mjs';

const BUDGET = 60 * 1024;
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
  const keys = new Set([entry, file, ...areas.map((area) => fileOfArea.get(area))].flatMap((key) => [...closure(key)]));
  const total = [...keys].reduce((sum, key) => sum + weight(manifest[key].file), 0);
  worst = Math.max(worst, total);
  console.log(`${(total / 1024).toFixed(1).padStart(6)} KB  ${file}`);
}
if (worst > BUDGET) {
  console.error(`A first screen needs ${(worst / 1024).toFixed(1)} KB of JavaScript; the budget is ${BUDGET / 1024} KB.`);
  process.exit(1);
}
