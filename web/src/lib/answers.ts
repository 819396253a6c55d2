/** A practice's answers in the order and with the labels of its exercise. Pure. */

export interface Answered {
  key: string;
  label: string;
  value: unknown;
}

interface Labels {
  steps: readonly { key: string; fields: readonly { key: string; label: string; type: string; options?: readonly { value: string; label: string }[] }[] }[];
}

/** What was measured rather than written; nothing to read in it. */
const SILENT = new Set(['timer', 'breathing']);

/** Answers that the exercise no longer asks for come last, under their own names. */
export function answered(exercise: Labels | undefined, answers: Readonly<Record<string, unknown>>): Answered[] {
  const fields = (exercise?.steps ?? []).flatMap((step) => step.fields.map((field) => ({ ...field, key: `${step.key}.${field.key}` })));
  const known = fields
    .filter(({ key, type }) => answers[key] != null && !SILENT.has(type))
    .map(({ key, label, options }) => ({ key, label, value: options?.find(({ value }) => value === answers[key])?.label ?? answers[key] }));
  const names = new Set(fields.map(({ key }) => key));
  const others = Object.entries(answers)
    .filter(([key, value]) => !names.has(key) && value !== null)
    .map(([key, value]) => ({ key, label: (key.split('.').at(-1) ?? key).replace(/_/g, ' '), value }));
  return [...known, ...others];
}
