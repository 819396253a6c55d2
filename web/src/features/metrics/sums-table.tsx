/** Groups of alerts in a table: how many, what was done, whether they were worth it. */
import '../../ui/figures.css';

import type { JSX } from 'preact';

import type { Counted } from '../../api/metrics';
import { t } from '../../lib/strings';
import { number, percent } from './sums';

export interface GroupRow {
  key: string;
  /** What the group is, a cell each; the first heads the row. */
  names: readonly string[];
  counted: Counted;
}

interface SumsTableProps {
  name: string;
  /** Over the names of a group. */
  heads: readonly string[];
  rows: readonly GroupRow[];
}

const COUNTED = ['alerts', 'action_rate', 'useful_share', 'overdue', 'dismissed_unread'] as const;

export function SumsTable({ name, heads, rows }: SumsTableProps): JSX.Element {
  return (
    <Scroll name={name}>
      <thead>
        <tr>
          {[...heads, ...COUNTED.map((key) => t.metrics.counted[key])].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, names: [first, ...others], counted }) => (
          <tr key={key}>
            <th scope="row">{first}</th>
            {others.map((other) => (
              <td key={other}>{other}</td>
            ))}
            <Cells counted={counted} />
          </tr>
        ))}
      </tbody>
    </Scroll>
  );
}

function Cells({ counted }: { counted: Counted }): JSX.Element {
  if (counted.withheld) return <td colSpan={COUNTED.length}>{t.metrics.withheld}</td>;
  return (
    <>
      <td>{number(counted.alerts)}</td>
      <td>{percent(counted.action_rate)}</td>
      <td>{percent(counted.useful_share)}</td>
      <td>{number(counted.overdue)}</td>
      <td>{number(counted.dismissed_unread)}</td>
    </>
  );
}

/** A table that scrolls within itself where the screen is narrow. */
export function Scroll({ name, children }: { name: string; children: preact.ComponentChildren }): JSX.Element {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable
    <div class="figures-scroll" role="region" aria-label={name} tabIndex={0}>
      <table class="figures metric-table">
        <caption class="hidden-visually">{name}</caption>
        {children}
      </table>
    </div>
  );
}
