/** One measure by week: how many, where they began, how they changed, how sure that is, how much is missing. */
import '../../ui/figures.css';

import type { JSX } from 'preact';

import type { OutcomeCell, OutcomeMeasure } from '../../api/outcomes';
import { dayOf } from '../../lib/day-of';
import { formatNumber } from '../../lib/intl';
import { language, t } from '../../lib/strings';

export function OutcomeTable({ measure, least }: { measure: OutcomeMeasure; least: number }): JSX.Element {
  const { heads } = t.outcomes;
  const name = t.outcomes.measures[measure.key] ?? measure.key;
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable
    <div class="figures-scroll" role="region" aria-label={name} tabIndex={0}>
      <table class="figures outcome-table">
        <caption class="hidden-visually">{name}</caption>
        <thead>
          <tr>
            {[heads.week, heads.people, heads.first, heads.change, heads.interval, heads.missing, heads.asOf].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measure.weeks.map(({ week, cell }) => (
            <tr key={week}>
              <th scope="row">{week}</th>
              {cell ? <Cell cell={cell} /> : <td colSpan={6}>{t.outcomes.withheld(least)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const number = (value: number | null): string => (value === null ? '–' : formatNumber(value, language, { maximumFractionDigits: 2 }));
const signed = (value: number): string => formatNumber(value, language, { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
const percent = (share: number): string => formatNumber(share, language, { style: 'percent', maximumFractionDigits: 0 });

function Cell({ cell: { n, first_mean, mean_change, low, high, share_missing, missing_band, published_at } }: { cell: OutcomeCell }): JSX.Element {
  return (
    <>
      <td>{n}</td>
      <td>{number(first_mean)}</td>
      <td>{signed(mean_change)}</td>
      <td>{t.outcomes.interval(signed(low), signed(high))}</td>
      <td>{share_missing === null ? t.outcomes.bands[missing_band] : percent(share_missing)}</td>
      <td>{dayOf(published_at)}</td>
    </>
  );
}
