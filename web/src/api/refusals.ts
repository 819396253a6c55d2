/** The server's sentences of a refusal, at their fields and besides them. */
import { isProblem } from './problem';
import { sentenceOf } from './trouble';

/** What the server says of one field, if it refused it. */
export const refusalAt = (error: Error | null, field: string): string | undefined =>
  isProblem(error) ? error.refusal.fields?.[field]?.join(' ') : undefined;

/** What is wrong with no field that the form shows. */
export function troubleBesides(error: Error | null, shown: readonly string[]): string | undefined {
  if (!error) return undefined;
  const fields = isProblem(error) ? error.refusal.fields : undefined;
  if (!fields) return sentenceOf(error);
  const others = Object.entries(fields).filter(([field]) => !shown.includes(field));
  return others.length > 0 ? others.flatMap(([, sentences]) => sentences).join(' ') : undefined;
}
