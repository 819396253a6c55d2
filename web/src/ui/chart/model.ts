/** What a chart shows, and where everything lies in its box. Pure: drawing is line-chart.tsx. */
import { scaleLinear, scalePoint } from 'd3-scale';
import { area, line } from 'd3-shape';

/** A value of one day; null is a gap, which is never drawn over. */
export type Value = number | null;

export interface Band {
  low: number;
  high: number;
}

export interface Series {
  values: readonly Value[];
  /** What is usual on each day, drawn behind; null where it is not known. */
  usual?: readonly (Band | null)[] | undefined;
}

export interface Box {
  width: number;
  height: number;
  /** The measure's own ends. */
  low: number;
  high: number;
}

export interface Point {
  at: number;
  x: number;
  y: number;
  value: number;
}

export interface Drawing {
  /** One path for each run of days without a gap. */
  line: string;
  usual: string;
  points: Point[];
  ticks: { value: number; y: number }[];
  xOf: (at: number) => number;
}

export const MARGIN = { left: 34, right: 10, top: 12, bottom: 34 };
const TICKS = 3;

export function draw({ values, usual }: Series, box: Box): Drawing {
  const x = scalePoint<number>(values.map((_, at) => at), [MARGIN.left, box.width - MARGIN.right]);
  const y = scaleLinear([box.low, box.high], [box.height - MARGIN.bottom, MARGIN.top]);
  const xOf = (at: number): number => x(at) ?? MARGIN.left;
  const path = line<Value>()
    .defined((value) => value !== null)
    .x((_, at) => xOf(at))
    .y((value) => y(value ?? 0));
  const behind = area<Band | null>()
    .defined((band) => band !== null)
    .x((_, at) => xOf(at))
    .y0((band) => y(band?.low ?? 0))
    .y1((band) => y(band?.high ?? 0));
  return {
    line: path(values) ?? '',
    usual: usual ? (behind(usual) ?? '') : '',
    points: values.flatMap((value, at) => (value === null ? [] : [{ at, x: xOf(at), y: y(value), value }])),
    ticks: y.ticks(TICKS).map((value) => ({ value, y: y(value) })),
    xOf,
  };
}

/** Which days get their name written: the ends and a few between, so that none touch. */
export function labelled(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, at) => at);
  const step = (count - 1) / (most - 1);
  return Array.from({ length: most }, (_, at) => Math.round(at * step));
}
