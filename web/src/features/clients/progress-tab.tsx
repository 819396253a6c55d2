/** A client's weeks in pictures, their milestones, and whether another level of care would fit. */
import './progress-tab.css';

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { clientMilestonesQuery, clientSeriesQuery, markClientMilestone } from '../../api/client-progress';
import { isOffline } from '../../api/problem';
import type { Series, Weeks } from '../../api/progress';
import { sentenceOf } from '../../api/trouble';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { chartedOf, MeasureChart } from '../../ui/chart/measure-charts';
import { Choices } from '../../ui/choices';
import { Milestones, type MilestoneShown } from '../../ui/milestones';
import { StepCard } from './step-card';

const PERIODS: readonly Weeks[] = [2, 6, 12];

export function ProgressTab({ client }: { client: string }): JSX.Element {
  return (
    <div class="stack client-progress">
      <StepCard client={client} />
      <Charts client={client} />
      <ClientMilestones client={client} />
    </div>
  );
}

function Charts({ client }: { client: string }): JSX.Element {
  const [weeks, setWeeks] = useState<Weeks>(6);
  const found = useQuery({ ...clientSeriesQuery(client, weeks), placeholderData: keepPreviousData });
  const periods = PERIODS.map((value) => ({ value: String(value), label: t.progress.weeks(value) }));
  return (
    <section class="stack-small" aria-labelledby="client-charts">
      <h2 id="client-charts">{t.clientProgress.charts}</h2>
      <Choices compact="segments" legend={t.progress.period} choices={periods} value={String(weeks)} onChange={(value) => setWeeks(PERIODS.find((one) => String(one) === value) ?? 6)} />
      <Asked query={found} isOffline={isOffline} lines={6}>
        {(series) => <ChartGrid series={series} />}
      </Asked>
    </section>
  );
}

function ChartGrid({ series }: { series: Series }): JSX.Element {
  const charted = chartedOf(series).filter(({ values }) => values.some((value) => value !== null));
  const { total, run } = series.days_well;
  return (
    <>
      <p>{t.clientProgress.daysWell(total, run)}</p>
      <p class="soft small">{t.clientProgress.usual}</p>
      {charted.length === 0 && <p class="soft">{t.clientProgress.chartsNone}</p>}
      <div class="client-charts">
        {charted.map((one) => (
          <div key={one.key} class="card">
            <MeasureChart charted={one} series={series} />
          </div>
        ))}
      </div>
    </>
  );
}

function ClientMilestones({ client }: { client: string }): JSX.Element {
  const found = useQuery(clientMilestonesQuery(client));
  const marking = useMarking(client);
  return (
    <section class="stack-small" aria-labelledby="client-milestones">
      <h2 id="client-milestones">{t.clientProgress.milestones}</h2>
      <p role="status">{marking.said}</p>
      <Asked query={found} isOffline={isOffline}>
        {({ results, phase }) =>
          results.length === 0 ? (
            <p class="soft">{t.clientProgress.milestonesNone}</p>
          ) : (
            <Milestones milestones={results} phase={phase} words={t.clientProgress} busy={marking.busy} onMark={marking.mark} />
          )
        }
      </Asked>
    </section>
  );
}

interface Marking {
  busy: string | undefined;
  said: string;
  mark: (milestone: MilestoneShown) => void;
}

function useMarking(client: string): Marking {
  const queries = useQueryClient();
  const [busy, setBusy] = useState<string>();
  const [said, setSaid] = useState('');
  const mark = ({ slug, title, reached }: MilestoneShown): void => {
    setBusy(slug);
    void markClientMilestone(client, slug, !reached)
      .then((all) => {
        queries.setQueryData(clientMilestonesQuery(client).queryKey, all);
        setSaid(reached ? t.progress.unmarked(title) : t.progress.marked(title));
      })
      .catch((error: unknown) => setSaid(error instanceof Error ? sentenceOf(error) : t.common.errorBody))
      .finally(() => setBusy(undefined));
  };
  return { busy, said, mark };
}
