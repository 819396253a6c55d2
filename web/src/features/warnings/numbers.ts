/** Numbers as somebody wrote them, and as they are sent. */
export type Written = Record<string, string>;

/** The server holds them to their ranges; here only what is no number at all is found. */
export function numbersOf(written: Written): { parameters: Record<string, number>; wrong: string[] } {
  const filled = Object.entries(written).filter(([, value]) => value.trim() !== '');
  const read = filled.map(([name, value]) => [name, Number(value.trim().replace(',', '.'))] as const);
  return {
    parameters: Object.fromEntries(read.filter(([, value]) => Number.isFinite(value))),
    wrong: read.filter(([, value]) => !Number.isFinite(value)).map(([name]) => name),
  };
}

export const points = (thousandths: number): string => (thousandths / 1000).toFixed(2);
export const percent = (share: number): string => `${Math.round(share * 100)}%`;
export const figure = (value: number | null, digits = 2): string | undefined => (value === null ? undefined : value.toFixed(digits));

/** The plain numbers among what a version holds. */
export function scalarsOf(parameters: unknown): Record<string, number> {
  const every = typeof parameters === 'object' && parameters !== null ? Object.entries(parameters) : [];
  return Object.fromEntries(every.filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}

export const differing = (own: Readonly<Record<string, number>>, shipped: Readonly<Record<string, number>>): string[] =>
  Object.keys(own).filter((name) => own[name] !== shipped[name]);
