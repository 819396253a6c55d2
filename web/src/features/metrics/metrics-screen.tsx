/** What became of a program's alerts: how many, how soon, whether it was worth it, and who carries the load. */
import './metrics.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { Suspense, useState } from 'preact/compat';

import { metricsFile, metricsProgramsQuery, metricsQuery, type Metrics } from '../../api/metrics';
import { isOffline } from '../../api/problem';
import { fullDate, shortDate } from '../../lib/dates';
import { lastProgram, noteProgram } from '../../lib/last-program';
import { optionsOf } from '../../lib/options';
import { language, lazyWithWords, t } from '../../lib/strings';
import { usePaperFoot } from '../../offline/paper-foot';
import { Asked } from '../../ui/asked';
import { ButtonOut } from '../../ui/button';
import { Loading } from '../../ui/loading';
import { Message } from '../../ui/message';
import { SelectField } from '../../ui/select-field';
import { Load, Times } from './answering';
import { number } from './sums';
import { SumsTable, type GroupRow } from './sums-table';

/** Drawing comes in a chunk of its own: the numbers do not wait for it. */
const TierBars = lazyWithWords(['metrics'], () => import('./tier-bars').then((m) => m.TierBars));

export function MetricsScreen(): JSX.Element {
  usePaperFoot();
  const programs = useQuery(metricsProgramsQuery);
  const [chosen, setChosen] = useState(lastProgram);
  const choose = (id: string): void => {
    noteProgram(id);
    setChosen(id);
  };
  const [weeks, setWeeks] = useState('12');
  return (
    <div class="page page-wide stack">
      <header class="stack-small">
        <h1>{t.metrics.title}</h1>
        <p class="lead">{t.metrics.lead}</p>
      </header>
      <Asked query={programs} isOffline={isOffline}>
        {(known) => {
          const program = (known.find(({ id }) => id === chosen) ?? known[0])?.id ?? '';
          if (program === '') return <Message level={2} icon="chart" title={t.metrics.none} body={t.metrics.noneBody} />;
          return (
            <>
              <div class="metric-choices no-print">
                {known.length > 1 && <SelectField label={t.metrics.program} options={known.map(({ id, name }) => ({ value: id, label: name }))} value={program} onChange={choose} />}
                <SelectField label={t.metrics.span} options={optionsOf(t.metrics.spans)} value={weeks} onChange={setWeeks} />
              </div>
              <OneProgram key={program} program={program} weeks={Number(weeks)} />
            </>
          );
        }}
      </Asked>
    </div>
  );
}

function OneProgram({ program, weeks }: { program: string; weeks: number }): JSX.Element {
  const found = useQuery(metricsQuery(program, weeks));
  return (
    <Asked query={found} isOffline={isOffline} lines={8}>
      {(metrics) => <All metrics={metrics} file={metricsFile(program, weeks)} />}
    </Asked>
  );
}

function All({ metrics, file }: { metrics: Metrics; file: string }): JSX.Element {
  const { first_on: first, last_on: last, working_days: days, times, load, budget, families, levels } = metrics;
  const words = t.metrics;
  return (
    <>
      <Now metrics={metrics} />
      <div class="row row-apart">
        <p class="soft">{words.between(fullDate(first, language), fullDate(last, language), days)}</p>
        <span class="no-print">
          <ButtonOut href={file} look="secondary" icon="chart">
            {words.download}
          </ButtonOut>
        </span>
      </div>
      <Volume metrics={metrics} />
      <div class="metric-pair">
        <Times times={times} />
        <Load load={load} budget={budget} />
      </div>
      <Versions metrics={metrics} />
      <Groups id="family" title={words.byFamily} heads={[words.week, words.family]} rows={families.map((row) => ({ key: `${row.week_of} ${row.family}`, names: [shortDate(row.week_of, language), words.families[row.family]], counted: row }))} />
      <Groups id="level" title={words.byLevel} heads={[words.level]} rows={levels.map((row) => ({ key: row.level_of_care, names: [words.levels[row.level_of_care]], counted: row }))} />
      {metrics.tiers.length > 0 && <Means />}
    </>
  );
}

/** What the heads of the tables mean. */
function Means(): JSX.Element {
  return (
    <ul class="soft small metric-means">
      {Object.values(t.metrics.means).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Now({ metrics: { open, overdue_now: late } }: { metrics: Metrics }): JSX.Element {
  const words = t.metrics;
  return (
    <section aria-label={words.now}>
      <dl class="metric-now">
        {[
          [words.open, open] as const,
          [words.overdue, late] as const,
        ].map(([name, count]) => (
          <div key={name} class="card">
            <dt class="soft">{name}</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Volume({ metrics }: { metrics: Metrics }): JSX.Element {
  const words = t.metrics;
  const rows = metrics.tiers.map((row): GroupRow => ({ key: `${row.week_of} ${row.tier}`, names: [shortDate(row.week_of, language), words.tiers[row.tier]], counted: row }));
  return (
    <section class="card stack-small" aria-labelledby="metrics-volume">
      <h2 id="metrics-volume">{words.volume}</h2>
      {rows.length === 0 ? (
        <p class="soft">{words.noAlerts}</p>
      ) : (
        <>
          <p class="soft small">{words.chart}</p>
          <Suspense fallback={<Loading lines={4} />}>
            <TierBars metrics={metrics} />
          </Suspense>
          <details>
            <summary>{words.asTable}</summary>
            <SumsTable name={words.volume} heads={[words.week, words.tier]} rows={rows} />
          </details>
        </>
      )}
    </section>
  );
}

function Versions({ metrics: { versions } }: { metrics: Metrics }): JSX.Element | null {
  const words = t.metrics;
  if (versions.length === 0) return null;
  const rows = versions.map((row): GroupRow => ({
    key: row.rule_version,
    names: [row.rule_version, words.used(shortDate(row.first_on, language), shortDate(row.last_on, language)), number(row.alerts_a_week)],
    counted: row,
  }));
  return (
    <section class="card stack-small" aria-labelledby="metrics-version">
      <h2 id="metrics-version">{words.byVersion}</h2>
      <p class="soft">{words.byVersionLead}</p>
      <SumsTable name={words.byVersion} heads={[words.version, words.firstLast, words.perWeek]} rows={rows} />
    </section>
  );
}

interface GroupsProps {
  id: string;
  title: string;
  heads: readonly string[];
  rows: readonly GroupRow[];
}

function Groups({ id, title, heads, rows }: GroupsProps): JSX.Element | null {
  if (rows.length === 0) return null;
  return (
    <section class="card stack-small" aria-labelledby={`metrics-${id}`}>
      <h2 id={`metrics-${id}`}>{title}</h2>
      <details>
        <summary>{t.metrics.asTable}</summary>
        <SumsTable name={title} heads={heads} rows={rows} />
      </details>
    </section>
  );
}
