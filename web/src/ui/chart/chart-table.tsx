/** The same days as a table, for those who read rather than look. Days without anything are left in: a gap says something too. */
import type { JSX } from 'preact';

import type { ChartWords, MarkRow } from './line-chart';
import type { Band, Value } from './model';

interface ChartTableProps {
  words: ChartWords;
  days: readonly { short: string; whole: string }[];
  values: readonly Value[];
  usual?: readonly (Band | null)[] | undefined;
  marks: readonly MarkRow[];
  write: (value: number) => string;
}

export function ChartTable({ words, days, values, usual, marks, write }: ChartTableProps): JSX.Element {
  return (
    <details class="chart-table">
      <summary>{words.asTable}</summary>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable */}
      <div class="chart-table-scroll" role="region" aria-label={words.name} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.value}</th>
              {usual && <th scope="col">{words.usual}</th>}
              {marks.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day, at) => (
              <Row key={day.whole} name={day.whole} value={values[at]} usual={usual && (usual[at] ?? null)} gap={words.gap} marked={marks.map(({ on, sign }) => (on.includes(at) ? sign : ''))} write={write} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

interface RowProps {
  name: string;
  value: Value | undefined;
  usual: Band | null | undefined;
  gap: string;
  marked: readonly string[];
  write: (value: number) => string;
}

function Row({ name, value, usual, gap, marked, write }: RowProps): JSX.Element {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{value == null ? gap : write(value)}</td>
      {usual !== undefined && <td>{usual === null ? '' : `${usual.low}–${usual.high}`}</td>}
      {marked.map((sign, at) => (
        <td key={at}>{sign}</td>
      ))}
    </tr>
  );
}
