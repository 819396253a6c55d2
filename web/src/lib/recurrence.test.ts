import { expect, it } from 'vitest';

import { readRule, ruleWords, writeRule } from './recurrence';

it.each([
  ['FREQ=WEEKLY;BYDAY=MO,WE', 'Every week on Monday and Wednesday'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'Every weekday, Monday to Friday'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', 'Every 2 weeks on Tuesday'],
  ['FREQ=DAILY', 'Every day'],
  ['FREQ=MONTHLY;BYMONTHDAY=15', 'Every month on day 15'],
  ['FREQ=MONTHLY;BYDAY=1MO', 'Every month on the first Monday'],
  ['FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR', 'Every 3 months on the last Friday'],
])('%s reads “%s”, and the form writes the same rule', (rule, words) => {
  const read = readRule(rule);

  expect(ruleWords(rule, 'en')).toBe(words);
  expect(read && writeRule(read)).toBe(rule);
});

it('the end of a rule is said', () => {
  expect(ruleWords('FREQ=WEEKLY;BYDAY=MO;UNTIL=20270303', 'en')).toBe('Every week on Monday, until March 3, 2027');
  expect(ruleWords('FREQ=WEEKLY;BYDAY=MO;COUNT=10', 'en')).toBe('Every week on Monday, 10 times');
});

it('what the form cannot show is shown as it is', () => {
  expect(readRule('FREQ=MONTHLY;BYDAY=1MO,3MO')).toBeUndefined();
  expect(ruleWords('FREQ=MONTHLY;BYDAY=1MO,3MO', 'en')).toBe('FREQ=MONTHLY;BYDAY=1MO,3MO');
});

it('days are written in the order of the week', () => {
  expect(writeRule({ every: 'week', interval: 1, weekdays: ['FR', 'MO'], nth: 'day', monthDay: 1 })).toBe('FREQ=WEEKLY;BYDAY=MO,FR');
});
