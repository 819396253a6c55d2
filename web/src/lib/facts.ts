/** Two versions of the same answers, as the few plain facts in which they differ. Pure. */

export interface Difference {
  key: string;
  /** The names on the way to it: outermost first. */
  names: string[];
  mine: string;
  theirs: string;
}

/** What belongs to the sending and not to the person. */
const MARKS = new Set(['id', 'submission_id', 'entry', 'version', 'base_version', 'timezone', 'recorded_at', 'received_at', 'late', 'clock_suspect', 'form_version', 'on']);

export function differences(mine: object, theirs: object): Difference[] {
  const here = flat(mine);
  const there = flat(theirs);
  const keys = [...new Set([...here.keys(), ...there.keys()])];
  return keys
    .filter((key) => here.get(key) !== there.get(key))
    .map((key) => ({ key, names: key.split('.'), mine: here.get(key) ?? '', theirs: there.get(key) ?? '' }));
}

/** Each answer under the path to it; what was not answered is left out. */
function flat(values: object, before = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(values) as [string, unknown][]) {
    if (before === '' && MARKS.has(name)) continue;
    const key = before + name;
    if (isNested(value)) flat(value, `${key}.`).forEach((text, path) => found.set(path, text));
    else if (textOf(value) !== '') found.set(key, textOf(value));
  }
  return found;
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).sort().join(', ');
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}
