/**
 * One measure over days: a line with gaps where nothing was said, and marks below for what happened.
 * It reads without colour, day by day with a slider, and as a table.
 */
import './chart.css';

import type { JSX } from 'preact';
import { useId, useState } from 'preact/compat';

import { ChartTable } from './chart-table';
import { draw, labelled, MARGIN, type Drawing, type Series } from './model';
import { useWidth } from './use-width';

/** A kind of thing that happened, its sign, and the days on which it did. */
export interface MarkRow {
  name: string;
  sign: string;
  on: readonly number[];
}

export interface ChartWords {
  /** What is measured, for example “Mood, 0 to 10”. */
  name: string;
  /** In one sentence what the line does. */
  summary: string;
  asTable: string;
  day: string;
  value: string;
  gap: string;
  usual: string;
  /** How to go from day to day. */
  slide: string;
}

interface LineChartProps extends Series {
  words: ChartWords;
  low: number;
  high: number;
  /** The name of each day, short for the axis and whole for reading out. */
  days: readonly { short: string; whole: string }[];
  marks?: readonly MarkRow[];
  /** How a value is written: “7 hours”. */
  write: (value: number) => string;
}

const HEIGHT = 190;
const MARK_ROW = 18;
const ROOM_FOR_LABEL = 84;

export function LineChart(props: LineChartProps): JSX.Element {
  const { words, days, marks = [] } = props;
  const id = useId();
  const [picked, setPicked] = useState<number>();
  return (
    <figure class="chart" aria-labelledby={`${id}-name`}>
      <figcaption class="chart-name" id={`${id}-name`}>
        {words.name}
      </figcaption>
      <p class="soft small">{words.summary}</p>
      <Picture {...props} picked={picked} onPick={setPicked} />
      <input
        type="range"
        class="chart-slider"
        min={0}
        max={days.length - 1}
        value={picked ?? days.length - 1}
        aria-label={`${words.name}. ${words.slide}`}
        aria-valuetext={sentenceOf(props, picked ?? days.length - 1)}
        onInput={(event) => setPicked(Number(event.currentTarget.value))}
      />
      <p class={picked === undefined ? 'chart-said soft small' : 'chart-said'} aria-hidden="true">
        {picked === undefined ? words.slide : sentenceOf(props, picked)}
      </p>
      {marks.length > 0 && <Legend marks={marks} />}
      <ChartTable {...props} marks={marks} />
    </figure>
  );
}

interface PictureProps extends LineChartProps {
  picked: number | undefined;
  onPick: (at: number) => void;
}

function Picture(props: PictureProps): JSX.Element {
  const { low, high, days, marks = [], picked, onPick } = props;
  const [ref, width] = useWidth();
  const height = HEIGHT + marks.length * MARK_ROW;
  const drawing = draw(props, { width, height: HEIGHT, low, high });
  return (
    <div ref={ref} class="chart-picture">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
        <Axes drawing={drawing} width={width} days={days} />
        <path class="chart-usual" d={drawing.usual} />
        <path class="chart-line" d={drawing.line} />
        {drawing.points.map((point) => (
          <circle key={point.at} class={point.at === picked ? 'chart-point chart-point-picked' : 'chart-point'} cx={point.x} cy={point.y} r={point.at === picked ? 6 : 3} />
        ))}
        {marks.map((row, at) => (
          <Marks key={row.name} row={row} y={HEIGHT + at * MARK_ROW} drawing={drawing} />
        ))}
        <Touch drawing={drawing} count={days.length} height={height} onPick={onPick} />
      </svg>
    </div>
  );
}

function sentenceOf({ days, values, words, write, marks = [] }: LineChartProps, at: number): string {
  const value = values[at];
  const said = value == null ? words.gap : write(value);
  const happened = marks.filter(({ on }) => on.includes(at)).map(({ name }) => name);
  return [`${days[at]?.whole ?? ''}: ${said}`, ...happened].join(' · ');
}

interface AxesProps {
  drawing: Drawing;
  width: number;
  days: LineChartProps['days'];
}

function Axes({ drawing, width, days }: AxesProps): JSX.Element {
  const named = labelled(days.length, Math.max(2, Math.floor(width / ROOM_FOR_LABEL)));
  const anchor = (at: number): 'start' | 'end' | 'middle' => (at === 0 ? 'start' : at === days.length - 1 ? 'end' : 'middle');
  return (
    <g class="chart-axes">
      {drawing.ticks.map(({ value, y }) => (
        <g key={value}>
          <line x1={MARGIN.left} x2={width - MARGIN.right} y1={y} y2={y} />
          <text x={MARGIN.left - 8} y={y + 5} text-anchor="end">
            {value}
          </text>
        </g>
      ))}
      {named.map((at) => (
        <text key={at} x={drawing.xOf(at)} y={HEIGHT - MARGIN.bottom + 22} text-anchor={anchor(at)}>
          {days[at]?.short}
        </text>
      ))}
    </g>
  );
}

function Marks({ row, y, drawing }: { row: MarkRow; y: number; drawing: Drawing }): JSX.Element {
  return (
    <g class="chart-marks">
      {row.on.map((at) => (
        <text key={at} x={drawing.xOf(at)} y={y + 8} text-anchor="middle">
          {row.sign}
        </text>
      ))}
    </g>
  );
}

interface TouchProps {
  drawing: Drawing;
  count: number;
  height: number;
  onPick: (at: number) => void;
}

/** Wide unseen bars, so that a finger finds a day. */
function Touch({ drawing, count, height, onPick }: TouchProps): JSX.Element {
  const wide = count > 1 ? drawing.xOf(1) - drawing.xOf(0) : 40;
  return (
    <g>
      {Array.from({ length: count }, (_, at) => (
        <rect key={at} x={drawing.xOf(at) - wide / 2} y={0} width={wide} height={height} class="chart-touch" onPointerEnter={() => onPick(at)} onPointerDown={() => onPick(at)} />
      ))}
    </g>
  );
}

function Legend({ marks }: { marks: readonly MarkRow[] }): JSX.Element {
  return (
    <ul class="chart-legend" aria-hidden="true">
      {marks.map(({ name, sign }) => (
        <li key={name}>
          <span class="chart-sign">{sign}</span> {name}
        </li>
      ))}
    </ul>
  );
}
