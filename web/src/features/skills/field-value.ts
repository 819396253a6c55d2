/** The shapes that answers to a skill's fields may have, and how they are tidied before sending. */
import type { PracticeBody } from '../../api/types';
import type { ChainLink } from './chain-field';
import type { Evidence } from './evidence-field';
import type { Rung } from './ladder-field';
import type { Plan } from './plan-field';

export type FieldValue = string | number | string[] | Rung[] | ChainLink[] | Evidence | Plan;

/** An answer as the server takes it. */
type Sent = NonNullable<PracticeBody['answers'][string]>;

const filled = (text: string): boolean => text.trim() !== '';

/** Without the lines and parts that were left empty; undefined when nothing is left. */
export function tidy(value: FieldValue): Sent | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return filled(value) ? value : undefined;
  if (Array.isArray(value)) return tidyRows(value);
  if ('for' in value) return tidyEvidence(value);
  return tidyPlan(value);
}

function tidyRows(rows: (string | Rung | ChainLink)[]): Sent | undefined {
  const kept = rows.filter((row) => filled(typeof row === 'string' ? row : row.text));
  return kept.length > 0 ? (kept as Sent) : undefined;
}

function tidyEvidence(value: Evidence): Evidence | undefined {
  const kept = { for: value.for.filter(filled), against: value.against.filter(filled) };
  return kept.for.length + kept.against.length > 0 ? kept : undefined;
}

/** A plan without its “what” is not one yet. */
function tidyPlan(value: Plan): Sent | undefined {
  const kept: Plan = Object.fromEntries(Object.entries(value).filter(([, text]) => filled(text)));
  return kept.what === undefined ? undefined : { ...kept, what: kept.what };
}
