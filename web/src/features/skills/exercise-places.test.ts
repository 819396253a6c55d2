import { expect, it } from 'vitest';

import { emptyExercise, emptyField, emptyStep } from './exercise-draft';
import { isShown } from './exercise-places';

const draft = { ...emptyExercise(), steps: [{ ...emptyStep(), fields: [emptyField()] }] };

it.each([
  ['title', true],
  ['needs.3', true],
  ['steps', true],
  ['steps.0', true],
  ['steps.0.text', true],
  ['steps.0.key', false],
  ['steps.1.text', false],
  ['steps.0.fields.0', true],
  ['steps.0.fields.0.pattern.in', true],
  ['steps.0.fields.0.sensitive', false],
  ['steps.0.fields.1.label', false],
  ['', false],
])('a refusal at “%s” stands at its field: %s', (place, shown) => {
  expect(isShown(draft, place)).toBe(shown);
});
