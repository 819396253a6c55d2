/** The blocks on how the client was: safety, check-ins, urges and lapses. */
import '../../ui/figures.css';

import type { JSX } from 'preact';

import type { Prep } from '../../api/client-progress';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { Block, day, Lines, number, signed } from './prep-block';

export function Safety({ prep: { alerts, safety_plan: plan, check_ins } }: { prep: Prep }): JSX.Element {
  const words = t.clientProgress.prep;
  const said = check_ins.not_safe.map(({ on, answer }) => words.notSafe(day(on), words.safety[answer]));
  const raised = alerts.map(({ tier, raised_at, sentences, state, note }) => words.alert(words.tiers[tier], dayOf(raised_at), sentences.join(' '), [words.states[state], note].filter(Boolean).join('. ')));
  return (
    <Block title={words.safetyTitle} wide>
      <Lines lines={[...said, ...raised]} none={words.safetyNone} />
      <p>{plan ? [words.plan(plan.version, day(plan.written_on)), plan.review_due ? words.planDue : words.planReview(day(plan.review_on)), plan.signed_by_client && plan.signed_by_clinician ? words.planSigned : words.planUnsigned].join(' ') : words.planNone}</p>
    </Block>
  );
}

export function CheckIns({ prep: { check_ins } }: { prep: Prep }): JSX.Element {
  const words = t.clientProgress.prep;
  return (
    <Block title={words.checkIns} wide>
      <p>{words.answered(check_ins.answered, check_ins.days, check_ins.answered_before)}</p>
      <table class="figures prep-table">
        <thead>
          <tr>
            {[words.measure, words.mean, words.range, words.change].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {check_ins.measures
            .filter(({ compared }) => compared.answered > 0)
            .map(({ key, compared: { mean, low, high, change } }) => (
              <tr key={key}>
                <th scope="row">{words.measures[key] ?? key}</th>
                <td>{number(mean)}</td>
                <td>{`${number(low)}–${number(high)}`}</td>
                <td>{signed(change)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </Block>
  );
}

export function Happened({ prep: { urges, lapses, check_ins } }: { prep: Prep }): JSX.Element {
  const words = t.clientProgress.prep;
  const lines = [
    ...(urges.count > 0 ? [words.urges(urges.count, number(urges.strongest), urges.acted)] : []),
    ...(!urges.mean_change ? [] : [words.urgesAfter(number(Math.abs(urges.mean_change)), urges.mean_change > 0)]),
    ...(check_ins.used_on.length > 0 ? [words.used(check_ins.used_on.map(day).join(', '))] : []),
    ...lapses.map(({ on, part_of_day }) => words.lapse(day(on), words.parts[part_of_day] ?? '')),
  ];
  return (
    <Block title={words.happened}>
      <Lines lines={lines} />
    </Block>
  );
}
