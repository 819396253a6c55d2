import { expect, it } from 'vitest';

import { bodyOf, draftOf, emptyExercise, emptyField, emptyPlaces, emptyStep, keyOf, slugOf } from './exercise-draft';

it.each([
  ['Notice & name it!', 'notice_name_it'],
  ['5 things', 'things'],
  ['¿Qué pasó?', 'que_paso'],
  ['…', ''],
])('makes a key of “%s”', (words, key) => {
  expect(keyOf(words)).toBe(key);
});

it('makes an address of a title', () => {
  expect(slugOf('  A friend’s café, at 5 ')).toBe('a-friends-cafe-at-5');
});

it('names steps and fields by their words, each once, and keeps names that are there', () => {
  const step = { ...emptyStep(), title: 'Breathe', fields: [{ ...emptyField(), label: 'Now' }, { ...emptyField(), label: 'Now' }] };
  const body = bodyOf({ ...emptyExercise(), steps: [step, { ...step, key: 'old', fields: [] }, { ...step, fields: [] }] });

  expect(body.steps.map(({ key }) => key)).toEqual(['breathe', 'old', 'breathe_2']);
  expect(body.steps[0]?.fields.map(({ key }) => key)).toEqual(['now', 'now_2']);
});

it('sends with each type only what belongs to it', () => {
  const fields = [
    { ...emptyField(), type: 'timer' as const, label: 'Wait', seconds: '90' },
    { ...emptyField(), type: 'choice' as const, label: 'Pick', options: [{ value: '', label: 'Take a walk' }, { value: '', label: ' ' }] },
    { ...emptyField(), label: 'Write', help: ' ' },
  ];
  const [step] = bodyOf({ ...emptyExercise(), steps: [{ ...emptyStep(), title: 'One', fields }] }).steps;

  expect(step?.fields).toEqual([
    { key: 'wait', type: 'timer', label: 'Wait', sensitive: false, optional: true, seconds: 90 },
    { key: 'pick', type: 'choice', label: 'Pick', sensitive: false, optional: true, options: [{ value: 'take_a_walk', label: 'Take a walk' }] },
    { key: 'write', type: 'text', label: 'Write', sensitive: true, optional: true },
  ]);
});

it('writes back what it read', () => {
  const body = bodyOf({ ...emptyExercise(), slug: 'a', title: 'A', module: 'breathing', needs: ['panic'], steps: [{ ...emptyStep(), title: 'One', text: 'Do.', fields: [{ ...emptyField(), type: 'breathing', label: 'Breathe' }] }] });
  const skill = { ...body, module: 'breathing', assigned_only: false, cautions: [], version: 'v' };

  expect(bodyOf(draftOf(skill as Parameters<typeof draftOf>[0]))).toEqual(body);
});

it('knows what is still empty', () => {
  const draft = { ...emptyExercise(), title: 'A', slug: 'a', summary: ' ', steps: [{ ...emptyStep(), title: 'One', fields: [emptyField()] }] };

  expect(emptyPlaces(draft)).toEqual(['summary', 'steps.0.text', 'steps.0.fields.0.label', 'needs']);
});
