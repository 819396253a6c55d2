/** Which places of an exercise the form shows a refusal at; the rest is said beside the buttons. Pure. */
import type { ExerciseDraft } from './exercise-draft';

const SHOWN = [
  /^(title|slug|kind|module|minutes|reading_level|rating|language|summary|steps)$/,
  /^(needs|cautions)(\.|$)/,
  /^steps\.\d+(\.(title|text|fields))?$/,
  /^steps\.\d+\.fields\.\d+(\.(label|help|type|seconds|(options|pattern)(\..+)?))?$/,
];

export function isShown({ steps }: ExerciseDraft, place: string): boolean {
  const [, step, , field] = place.split('.');
  // A place that is gone meanwhile has no field in the form.
  const isThere = step === undefined || (steps[Number(step)]?.fields.length ?? -1) > (field === undefined ? -1 : Number(field));
  return SHOWN.some((form) => form.test(place)) && (place.startsWith('steps.') ? isThere : true);
}
