/** Fails when a screen says words of an area that it does not name, or names one it does not say. */
import { areasSaidFrom, fileOfArea, screens } from './screen-words.mjs';

const later = (areas) => [...areas].filter((area) => fileOfArea.has(area)).sort();
const written = (areas) => `[${areas.map((area) => `'${area}'`).join(', ')}]`;

const faults = screens.flatMap(({ from, file, areas }) => {
  const said = later(areasSaidFrom(file));
  return said.join() === [...areas].sort().join() ? [] : [`${from}: ${file} needs lazyWithWords(${written(said)}, ...)`];
});
const early = later(areasSaidFrom('src/main.tsx'));
if (early.length > 0) faults.push(`The entry says words that come later: ${early.join(', ')}`);
faults.forEach((fault) => console.error(fault));
process.exit(faults.length > 0 ? 1 : 0);
