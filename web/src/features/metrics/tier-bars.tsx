/** Alerts a week, one row of bars a tier. The table beside says the same. */
import { scaleBand, scaleLinear } from 'd3-scale';
import type { JSX } from 'preact';

import type { Metrics, Tier } from '../../api/metrics';
import { shortDate } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { labelled } from '../../ui/chart/model';
import { useWidth } from '../../ui/chart/use-width';
import { countsOf, weeksOf } from './sums';

const TIERS: readonly Tier[] = ['critical', 'high', 'medium', 'watch'];
const BARS = 56;
const ABOVE = 18;
const BELOW = 22;
const ROOM_FOR_LABEL = 90;

export function TierBars({ metrics }: { metrics: Metrics }): JSX.Element {
  const all = TIERS.map((tier) => ({ tier, counts: countsOf(metrics, tier) }));
  const most = Math.max(1, ...all.flatMap(({ counts }) => counts.map((count) => count ?? 0)));
  const weeks = weeksOf(metrics);
  return (
    <div class="metric-bars">
      {all.map(({ tier, counts }) => (
        <Bars key={tier} name={t.metrics.tiers[tier]} weeks={weeks} counts={counts} most={most} />
      ))}
    </div>
  );
}

interface BarsProps {
  name: string;
  weeks: readonly string[];
  counts: readonly (number | null)[];
  most: number;
}

function Bars({ name, weeks, counts, most }: BarsProps): JSX.Element {
  const [ref, width] = useWidth();
  const x = scaleBand<number>(weeks.map((_, at) => at), [0, width]).padding(0.25);
  const y = scaleLinear([0, most], [ABOVE + BARS, ABOVE]);
  const height = ABOVE + BARS + BELOW;
  const known = counts.map((count) => count ?? 0);
  const named = labelled(weeks.length, Math.max(2, Math.floor(width / ROOM_FOR_LABEL)));
  const middle = (at: number): number => (x(at) ?? 0) + x.bandwidth() / 2;
  const anchor = (at: number): 'start' | 'end' | 'middle' => (at === 0 ? 'start' : at === weeks.length - 1 ? 'end' : 'middle');
  const edge = (at: number): number => (at === 0 ? 0 : at === weeks.length - 1 ? width : middle(at));
  const total = known.reduce((sum, count) => sum + count, 0);
  return (
    <figure>
      <figcaption>{t.metrics.tierChart(name, total, Math.max(...known))}</figcaption>
      <div ref={ref} class="metric-picture" aria-hidden="true">
        <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
          <line class="metric-floor" x1={0} x2={width} y1={ABOVE + BARS} y2={ABOVE + BARS} />
          {known.map((count, at) =>
            count === 0 ? null : (
              <g key={weeks[at]}>
                <rect class="metric-bar" x={x(at)} y={y(count)} width={x.bandwidth()} height={ABOVE + BARS - y(count)} rx={2} />
                <text class="metric-count" x={middle(at)} y={y(count) - 4} text-anchor="middle">
                  {count}
                </text>
              </g>
            ),
          )}
          {named.map((at) => (
            <text key={at} x={edge(at)} y={height - 4} text-anchor={anchor(at)}>
              {shortDate(weeks[at] ?? '', language)}
            </text>
          ))}
        </svg>
      </div>
    </figure>
  );
}
