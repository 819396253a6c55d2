import { expect, it } from 'vitest';

import type { Series } from '../../api/program';
import { draftOf, emptyDraft, faultsOf, seriesBody, type SeriesDraft } from './series-draft';

const whole: SeriesDraft = {
  ...emptyDraft('2026-11-24'),
  title: ' Morning group ',
  skill: 'wise-mind',
  recurrence: { every: 'week', interval: 1, weekdays: ['MO', 'WE'], nth: 'day', monthDay: 1 },
  room: 'room-2',
  clinicians: ['okafor'],
  capacity: '12',
};

const series: Series = {
  id: 's',
  program: 'p',
  track: null,
  continues: null,
  kind: 'workshop',
  title: 'Boundaries',
  topic: 'boundaries',
  skill_slug: 'boundaries',
  rule: 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20270303',
  starts_on: '2026-11-01',
  ends_on: null,
  minute_of_day: 660,
  minutes: 90,
  room: null,
  telehealth_url: 'https://meet.example.org/b',
  capacity: null,
  clinicians: ['nadia'],
};

it('goes to the server as a rule, a minute of the day, and a skill', () => {
  expect(seriesBody(whole)).toEqual({
    kind: 'group',
    title: 'Morning group',
    topic: '',
    skill_slug: 'wise-mind',
    room: 'room-2',
    telehealth_url: '',
    capacity: 12,
    clinicians: ['okafor'],
    minutes: 60,
    rule: 'FREQ=WEEKLY;BYDAY=MO,WE',
    starts_on: '2026-11-24',
    ends_on: null,
    minute_of_day: 540,
  });
});

it('a topic is for workshops, and a link takes the place of a room', () => {
  const body = seriesBody({ ...whole, topic: 'boundaries', place: 'link', link: ' https://meet.example.org/a ' });

  expect(body).toMatchObject({ topic: '', room: null, telehealth_url: 'https://meet.example.org/a' });
});

it('says what is missing', () => {
  expect(faultsOf(whole, true)).toEqual([]);
  expect(faultsOf(emptyDraft(''), true)).toEqual(['title', 'rule', 'starts_on', 'room', 'clinicians']);
  expect(faultsOf({ ...whole, recurrence: { ...whole.recurrence, weekdays: [] } }, false)).toEqual([]);
  expect(faultsOf({ ...whole, minutes: '4', capacity: '0', time: '' }, true)).toEqual(['minute_of_day', 'minutes', 'capacity']);
});

it('a rule that says more than the form is kept until another is chosen', () => {
  const draft = draftOf(series, '2026-11-24');

  expect(draft).toMatchObject({ ownRule: series.rule, place: 'link', time: '11:00', from: '2026-11-24' });
  expect(seriesBody(draft).rule).toBe(series.rule);
  expect(draftOf({ ...series, rule: 'FREQ=WEEKLY;BYDAY=TH' }, '2026-11-24').ownRule).toBeUndefined();
});
