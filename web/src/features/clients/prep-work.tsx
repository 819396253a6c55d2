/** The blocks on what was done: questionnaires, practices, sessions, medication, goals. */
import type { JSX } from 'preact';

import type { Prep } from '../../api/client-progress';
import { t } from '../../lib/strings';
import { Block, day, Lines, number, signed } from './prep-block';

interface BlockOfPrep {
  prep: Prep;
}

export function Measures({ prep: { questionnaires } }: BlockOfPrep): JSX.Element {
  const words = t.clientProgress.prep;
  const lines = questionnaires.map(({ title, on, total, band, before, before_on, change }) =>
    [words.total(title, number(total), band, day(on)), before === null || before_on === null ? '' : words.before(signed(change), number(before), day(before_on))].filter(Boolean).join('; '),
  );
  return (
    <Block title={words.questionnaires}>
      <Lines lines={lines} />
    </Block>
  );
}

export function Practices({ prep: { practices, assignments } }: BlockOfPrep): JSX.Element {
  const words = t.clientProgress.prep;
  const done = practices.skills.map(({ title, count, mean_change }) => words.skill(title, count, mean_change === null ? '' : signed(-mean_change)));
  const asked = assignments.map(({ title, due_on, state }) => words.assignment(title, words.assigned[state], due_on === null ? '' : day(due_on)));
  return (
    <Block title={words.practices}>
      <Lines lines={[...done, ...asked]} />
    </Block>
  );
}

export function Attendance({ prep: { attendance } }: BlockOfPrep): JSX.Element {
  const words = t.clientProgress.prep;
  const lines = [
    words.attended(attendance.attended, attendance.expected),
    ...(attendance.not_taken > 0 ? [words.notTaken(attendance.not_taken)] : []),
    ...attendance.missed.map(({ title, on }) => words.missed(title, day(on))),
    ...attendance.ahead.map(({ title, on }) => words.ahead(title, day(on))),
  ];
  return (
    <Block title={words.sessions}>
      <Lines lines={lines} />
    </Block>
  );
}

export function Medication({ prep: { medication } }: BlockOfPrep): JSX.Element {
  const words = t.clientProgress.prep;
  const refills = medication.medications.filter(({ refill_soon }) => refill_soon);
  const lines = [
    ...(medication.answered > 0 ? [words.taken(medication.taken, medication.missed)] : []),
    ...refills.map(({ name, refill_on }) => words.refill(name, refill_on === null ? '' : day(refill_on))),
  ];
  return (
    <Block title={words.medication}>
      <Lines lines={lines} />
    </Block>
  );
}

export function Goals({ prep: { goals } }: BlockOfPrep): JSX.Element {
  const words = t.clientProgress.prep;
  const { done, partly, not_today } = goals.daily;
  const lines = [
    ...(done + partly + not_today > 0 ? [words.daily(done, partly, not_today)] : []),
    ...goals.open.map(({ title, steps, steps_done, target_on }) => words.goal(title, steps_done, steps, target_on === null ? '' : day(target_on))),
  ];
  return (
    <Block title={words.goals}>
      <Lines lines={lines} />
    </Block>
  );
}
