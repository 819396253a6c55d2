/**
 * Fails when any first screen needs more JavaScript than the budget: the entry, the route's own
 * chunk, and all that these import. Run after `npm run build`.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

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
const screens = [entry, ...(manifest[entry].dynamicImports ?? [])];
let worst = 0;
for (const screen of screens) {
  const keys = new Set([...closure(entry), ...closure(screen)]);
  const total = [...keys].reduce((sum, key) => sum + weight(manifest[key].file), 0);
  worst = Math.max(worst, total);
  console.log(`${(total / 1024).toFixed(1).padStart(6)} KB  ${screen}`);
}
if (worst > BUDGET) {
  console.error(`A first screen needs ${(worst / 1024).toFixed(1)} KB of JavaScript; the budget is ${BUDGET / 1024} KB.`);
  process.exit(1);
}
