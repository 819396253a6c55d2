/** A week of check-ins: the numbers as a table, and the words of each day below it. */
import { Fragment, type JSX } from 'preact';

import { checkInGroups, checkInWords, earlierAnswers, newestOf, type CheckInOfDay, type EarlierAnswers, type GoalOfDay, type ItemVersion } from '../lib/check-in-week';
import { deviceTimezone, longDay, shortMoment } from '../lib/dates';
import { language, t } from '../lib/strings';
import { weekName } from './week-picker';
import { WeekTable, WeekWords } from './week-table';

interface CheckInWeekProps {
  days: readonly string[];
  /** Every version of each day. */
  checkIns: readonly CheckInOfDay[];
  items: readonly ItemVersion[];
  goals: readonly GoalOfDay[];
}

export function CheckInWeek({ days, checkIns, items, goals }: CheckInWeekProps): JSX.Element {
  const newest = newestOf(checkIns);
  return (
    <>
      <p class="soft small">{t.checkInAnswers.lead}</p>
      <WeekTable caption={t.checkInAnswers.table(...weekName(days))} days={days} groups={checkInGroups(days, newest, items)} />
      <WeekWords words={checkInWords(days, newest, goals)} />
      <Earlier said={earlierAnswers(days, checkIns, items)} />
    </>
  );
}

/** What was said of a day before it was changed; put away until it is asked for. */
function Earlier({ said }: { said: readonly EarlierAnswers[] }): JSX.Element | null {
  if (said.length === 0) return null;
  return (
    <details class="week-earlier">
      <summary>{t.checkInAnswers.earlier}</summary>
      <p class="soft small">{t.checkInAnswers.earlierLead}</p>
      <dl class="week-notes">
        {said.map(({ on, version, recorded_at: at, answers }) => (
          <Fragment key={`${on} ${version}`}>
            <dt>{t.checkInAnswers.earlierOf(longDay(on, language), shortMoment(at, deviceTimezone(), language))}</dt>
            {answers.map((answer) => (
              <dd key={answer}>{answer}</dd>
            ))}
          </Fragment>
        ))}
      </dl>
    </details>
  );
}
