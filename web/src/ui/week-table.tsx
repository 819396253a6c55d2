/** A week as a table: things down the side, days across, numbers that are also shaded. */
import './week-table.css';

import { Fragment, type JSX } from 'preact';

import type { DayWords, WeekCell, WeekGroup } from '../lib/diary-week';
import { longDay } from '../lib/dates';
import { formatDate } from '../lib/intl';
import { language, t } from '../lib/strings';

interface WeekTableProps {
  caption: string;
  /** YYYY-MM-DD, in order. */
  days: readonly string[];
  groups: readonly WeekGroup[];
}

export function WeekTable({ caption, days, groups }: WeekTableProps): JSX.Element {
  return (
    // Wider than the narrowest phones: the table scrolls by itself, also with the keys.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable
    <div class="week-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table class="week">
        <caption class="hidden-visually">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="hidden-visually">{t.diary.what}</span>
            </th>
            {days.map((day) => (
              <th key={day} scope="col">
                <span aria-hidden="true">
                  <span class="week-day week-day-short">{weekdayIn(day, 'short')}</span>
                  <span class="week-day week-day-narrow">{weekdayIn(day, 'narrow')}</span>
                  <span class="week-date">{Number(day.slice(8))}</span>
                </span>
                <span class="hidden-visually">{longDay(day, language)}</span>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <GroupRows key={group.title} group={group} days={days} />
        ))}
      </table>
    </div>
  );
}

function GroupRows({ group: { title, rows }, days }: { group: WeekGroup; days: readonly string[] }): JSX.Element {
  return (
    <tbody>
      <tr>
        <th class="week-group" scope="rowgroup" colSpan={days.length + 1}>
          {title}
        </th>
      </tr>
      {rows.map(({ key, label, cells }) => (
        <tr key={key}>
          <th scope="row">{label}</th>
          {cells.map((cell, at) => (
            <td key={days[at]} class={cell.shade === undefined ? undefined : `week-shade-${cell.shade}`}>
              <Cell cell={cell} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function Cell({ cell: { text, spoken, acted } }: { cell: WeekCell }): JSX.Element {
  return (
    <>
      <span aria-hidden={spoken !== undefined}>{text}</span>
      {spoken !== undefined && <span class="hidden-visually">{spoken}</span>}
      {acted && (
        <>
          <span class="week-acted" aria-hidden="true" />
          <span class="hidden-visually">, {t.diary.actedWord}</span>
        </>
      )}
    </>
  );
}

const weekdayIn = (day: string, form: 'short' | 'narrow'): string =>
  formatDate(Date.parse(`${day}T00:00:00Z`), language, { timeZone: 'UTC', weekday: form });

/** Below the table: the words of each day. */
export function WeekWords({ words }: { words: readonly DayWords[] }): JSX.Element | null {
  if (words.length === 0) return null;
  return (
    <section class="stack-small week-words" aria-labelledby="week-words">
      <h2 id="week-words">{t.diary.wordsTitle}</h2>
      <dl class="week-notes">
        {words.map(({ on, sentences }) => (
          <Fragment key={on}>
            <dt>{longDay(on, language)}</dt>
            {sentences.map((sentence) => (
              <dd key={sentence}>{sentence}</dd>
            ))}
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
