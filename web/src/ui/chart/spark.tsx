/** Fourteen days at a glance, without axes: a line with gaps, and in words what it does. */
import './spark.css';

import type { JSX } from 'preact';

import type { Value } from './model';

interface SparkProps {
  values: readonly Value[];
  low?: number;
  high?: number;
  /** What it shows, in one sentence, for those who listen. */
  spoken: string;
}

const WIDTH = 112;
const HEIGHT = 28;
const EDGE = 3;

export function Spark({ values, low = 0, high = 10, spoken }: SparkProps): JSX.Element {
  const x = (at: number): number => EDGE + (at * (WIDTH - 2 * EDGE)) / Math.max(1, values.length - 1);
  const y = (value: number): number => HEIGHT - EDGE - ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * (HEIGHT - 2 * EDGE);
  const last = values.reduce<number>((newest, value, at) => (value === null ? newest : at), -1);
  return (
    <svg class="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={spoken}>
      <path class="spark-floor" d={`M${EDGE} ${HEIGHT - 1}H${WIDTH - EDGE}`} />
      <path class="spark-line" d={pathOf(values, x, y)} />
      {values.map((value, at) => alone(values, at) && <circle key={at} class="spark-dot" cx={x(at)} cy={y(value ?? 0)} r={1.5} />)}
      {last >= 0 && <circle class="spark-last" cx={x(last)} cy={y(values[last] ?? 0)} r={2.5} />}
    </svg>
  );
}

/** A day between two gaps would have no line. */
const alone = (values: readonly Value[], at: number): boolean =>
  typeof values[at] === 'number' && typeof values[at - 1] !== 'number' && typeof values[at + 1] !== 'number';

/** Straight from day to day; a gap begins a new line. Written out, because a library weighs more than all of it. */
function pathOf(values: readonly Value[], x: (at: number) => number, y: (value: number) => number): string {
  const steps = values.map((value, at) => (typeof value === 'number' ? `${typeof values[at - 1] === 'number' ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}` : ''));
  return steps.join('');
}
