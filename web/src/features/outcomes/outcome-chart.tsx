/** Mean change by week with its interval. A week that is withheld is a gap. The table beside says the same. */
import { scaleLinear, scalePoint } from 'd3-scale';
import type { JSX } from 'preact';

import type { OutcomeMeasure } from '../../api/outcomes';
import { t } from '../../lib/strings';
import { useWidth } from '../../ui/chart/use-width';

const HEIGHT = 190;
const MARGIN = { left: 40, right: 16, top: 12, bottom: 30 };
const TICKS = 4;

export function OutcomeChart({ measure }: { measure: OutcomeMeasure }): JSX.Element {
  const [ref, width] = useWidth();
  const weeks = measure.weeks;
  const ends = weeks.flatMap(({ cell }) => (cell ? [cell.low, cell.high] : []));
  const x = scalePoint<number>(weeks.map(({ week }) => week), [MARGIN.left, width - MARGIN.right]).padding(0.5);
  const y = scaleLinear([Math.min(0, ...ends), Math.max(0, ...ends)], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(TICKS);
  const xOf = (week: number): number => x(week) ?? MARGIN.left;
  return (
    <div ref={ref} class="outcome-picture" aria-hidden="true">
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} height={HEIGHT}>
        {y.ticks(TICKS).map((value) => (
          <g key={value} class={value === 0 ? 'outcome-axis outcome-zero' : 'outcome-axis'}>
            <line x1={MARGIN.left} x2={width - MARGIN.right} y1={y(value)} y2={y(value)} />
            <text x={MARGIN.left - 8} y={y(value) + 5} text-anchor="end">
              {value}
            </text>
          </g>
        ))}
        {weeks.map(({ week, cell }) => (
          <g key={week} class="outcome-axis">
            <text x={xOf(week)} y={HEIGHT - 8} text-anchor="middle">
              {week}
            </text>
            {cell && (
              <g class="outcome-cell">
                <line x1={xOf(week)} x2={xOf(week)} y1={y(cell.low)} y2={y(cell.high)} />
                <line x1={xOf(week) - 5} x2={xOf(week) + 5} y1={y(cell.low)} y2={y(cell.low)} />
                <line x1={xOf(week) - 5} x2={xOf(week) + 5} y1={y(cell.high)} y2={y(cell.high)} />
                <circle cx={xOf(week)} cy={y(cell.mean_change)} r={5} />
              </g>
            )}
          </g>
        ))}
      </svg>
      <p class="soft small">{t.outcomes.chart}</p>
    </div>
  );
}
