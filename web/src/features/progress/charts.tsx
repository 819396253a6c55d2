/** The charts of 2, 6 or 12 weeks. The first few are open; the others wait behind a button. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { seriesQuery, type Series, type Weeks } from '../../api/progress';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { chartedOf, MeasureChart } from '../../ui/chart/measure-charts';
import { Choices } from '../../ui/choices';
import { Loading } from '../../ui/loading';
import { Failure } from '../../ui/message';

const PERIODS: readonly Weeks[] = [2, 6, 12];
/** What most people look for first. */
const FIRST = ['mood', 'sleep_hours', 'craving'];

export function Charts(): JSX.Element {
  const [weeks, setWeeks] = useState<Weeks>(6);
  const { data, error, refetch } = useQuery({ ...seriesQuery(weeks), placeholderData: keepPreviousData });
  const periods = PERIODS.map((value) => ({ value: String(value), label: t.progress.weeks(value) }));
  return (
    <section class="stack-small" aria-labelledby="charts">
      <h2 id="charts">{t.progress.charts}</h2>
      <Choices compact="segments" legend={t.progress.period} choices={periods} value={String(weeks)} onChange={(value) => setWeeks(PERIODS.find((one) => String(one) === value) ?? 6)} />
      {data ? <ChartList series={data} /> : error ? <Failure offline={isOffline(error)} offlineBody={t.progress.offline} onRetry={() => void refetch()} /> : <Loading lines={6} />}
    </section>
  );
}

function ChartList({ series }: { series: Series }): JSX.Element {
  const [all, setAll] = useState(false);
  const charted = chartedOf(series).filter(({ values }) => values.some((value) => value !== null));
  const shown = charted.filter(({ key }) => all || FIRST.includes(key));
  if (charted.length === 0) return <p class="soft">{t.progress.none}</p>;
  return (
    <>
      <div class="charts">
        {shown.map((one) => (
          <div key={one.key} class="card">
            <MeasureChart charted={one} series={series} />
          </div>
        ))}
      </div>
      {charted.length > FIRST.length && (
        <div>
          <Button look="secondary" expanded={all} onClick={() => setAll(!all)}>
            {all ? t.progress.fewer : t.progress.more}
          </Button>
        </div>
      )}
    </>
  );
}
