/** Planned and attended hours of each week, against what the level of care asks for. */
import '../../ui/figures.css';

import type { JSX } from 'preact';

import type { ProgramWeek } from '../../api/enrolment';
import { shortDate } from '../../lib/dates';
import { formatNumber } from '../../lib/intl';
import { language, t } from '../../lib/strings';
import { Chip } from '../../ui/chip';

const number = (hours: number): string => formatNumber(hours, language);

export function HoursTable({ weeks }: { weeks: readonly ProgramWeek[] }): JSX.Element {
  const words = t.record.hours;
  const newestFirst = [...weeks].sort((a, b) => b.first_on.localeCompare(a.first_on));
  return (
    <section class="card stack-small" aria-labelledby="record-hours">
      <h2 id="record-hours">{words.title}</h2>
      <p class="soft small">{words.lead}</p>
      {weeks.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <table class="figures record-table">
          <caption class="hidden-visually">{words.caption}</caption>
          <thead>
            <tr>
              {[words.week, words.asked, words.planned, words.attended, words.days].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {newestFirst.map((week) => (
              <Week key={week.first_on} week={week} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Week({ week }: { week: ProgramWeek }): JSX.Element {
  const words = t.record.hours;
  const { first_on: first, planned_hours: planned, attended_hours: attended, planned_days, attended_days, not_recorded: open, planned_enough, attended_enough } = week;
  return (
    <tr>
      <th scope="row">{shortDate(first, language)}</th>
      <td data-label={words.asked}>{askedWords(week)}</td>
      <td data-label={words.planned}>
        {words.hours(number(planned))} {!planned_enough && <Chip tone="warm">{words.less}</Chip>}
      </td>
      <td data-label={words.attended}>
        {words.hours(number(attended))} {!attended_enough && open === 0 && <Chip tone="warm">{words.less}</Chip>}
        {open > 0 && <span class="soft small">{`${words.open}: ${open}`}</span>}
      </td>
      <td data-label={words.days}>{words.daysOf(attended_days, planned_days)}</td>
    </tr>
  );
}

function askedWords({ least_hours: least, most_hours: most }: ProgramWeek): string {
  if (least === null) return t.record.hours.noLimit;
  return most === null ? t.record.hours.least(number(least)) : t.record.hours.range(number(least), number(most));
}
