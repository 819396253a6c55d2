import { describe, expect, it } from 'vitest';

import { closeSteps, isPhone, lacksFirst, openSteps, withRows, withStep } from './plan-steps';

const wire = {
  warning_signs: ['I stop answering'],
  alone: [],
  places_people: [{ name: 'Library', phone: '', place: 'Main Street' }],
  ask_help: [{ name: 'Sam', phone: '508-555-0142' }],
  professionals: [],
  safer: [{ action: 'Ana keeps my pills', who: 'Ana', by_when: '' }],
};

describe('the steps of a plan', () => {
  it('keep the six-step order, from oneself to others to professionals', () => {
    expect(openSteps('safety', undefined).map(({ key }) => key)).toEqual(['warning_signs', 'alone', 'places_people', 'ask_help', 'professionals', 'safer']);
  });

  it('come back from the screen as they were on the wire', () => {
    expect(closeSteps(openSteps('safety', wire))).toEqual(wire);
  });

  it('of several parts come back too', () => {
    const relapse = { high_risk: ['Payday'], early_signs: { emotional: ['Snappy'], mental: [], behavioural: ['Late'] }, first_ten_minutes: [], people: [], barriers: [], lapse_plan: [], overdose_safety: [] };

    expect(closeSteps(openSteps('relapse_prevention', relapse))).toEqual(relapse);
  });

  it('that the client keeps private are left out, so that they stay as they are', () => {
    const steps = openSteps('safety', { ...wire, safer: null });

    expect(steps.at(-1)?.hidden).toBe(true);
    expect(closeSteps(steps)).not.toHaveProperty('safer');
  });

  it('lose their empty rows and the spaces around words', () => {
    const steps = openSteps('safety', wire);
    const changed = steps[1] && withRows(steps[1], 'alone', [{ text: '  Walk ' }, { text: '  ' }]);

    expect(changed && closeSteps(withStep(steps, changed))).toMatchObject({ alone: ['Walk'], warning_signs: ['I stop answering'] });
  });
});

it.each([
  ['508-555-0142', true],
  ['(508) 555 0142', true],
  ['+1 508 555 0142', true],
  ['911', true],
  ['12', false],
  ['Sam', false],
  ['javascript:1234', false],
])('%s as a phone number: %s', (text, expected) => {
  expect(isPhone(text)).toBe(expected);
});

it('a number without a name is not enough, an empty row is no fault', () => {
  expect(lacksFirst('person', { name: ' ', phone: '911' })).toBe(true);
  expect(lacksFirst('person', { name: '', phone: '' })).toBe(false);
});
