/** How things went: days well, charts, steps on the way, and what helped. */
import './progress.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { Suspense } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { progressQuery, type Progress } from '../../api/progress';
import { easingWords } from '../../lib/easing';
import { Link } from '../../lib/navigation';
import { lazyWithWords, t } from '../../lib/strings';
import { usePaperFoot } from '../../offline/paper-foot';
import { Loading } from '../../ui/loading';
import { Failure } from '../../ui/message';
import { RowLink } from '../../ui/row-link';
import { MilestoneList } from './milestone-list';

/** Drawing comes in a chunk of its own: the words and the numbers do not wait for it. */
const Charts = lazyWithWords(['progress'], () => import('./charts').then((m) => m.Charts));

export function ProgressScreen(): JSX.Element {
  usePaperFoot();
  const { data, error, isPending, refetch } = useQuery(progressQuery);
  return (
    <div class="page page-middle stack">
      <header class="stack-small">
        <h1>{t.progress.title}</h1>
        <p class="lead">{t.progress.lead}</p>
      </header>
      {data && <DaysWell days={data.days_well} />}
      {isPending && <Loading lines={3} />}
      {error && !data && <Failure offline={isOffline(error)} offlineBody={t.progress.offline} onRetry={() => void refetch()} />}
      {data && (
        <>
          <Suspense fallback={<Loading lines={6} />}>
            <Charts />
          </Suspense>
          <Helped helped={data.helped_most} />
          <MilestoneList />
          <div class="card row-group">
            <RowLink to="/logged" icon="wave" title={t.progress.logged} />
            <RowLink to="/questionnaires" icon="card" title={t.progress.answered} />
          </div>
        </>
      )}
    </div>
  );
}

function DaysWell({ days }: { days: Progress['days_well'] }): JSX.Element {
  return (
    <section class="card stack-small" aria-labelledby="days-well">
      <h2 id="days-well">{t.progress.daysWell}</h2>
      <p class="days-well">
        <span class="days-well-total">{t.progress.daysWellTotal(days.total)}</span>
        <span class="soft">{t.progress.daysWellRun(days.run)}</span>
      </p>
      <p class="soft">{t.progress.daysWellBody}</p>
    </section>
  );
}

function Helped({ helped }: { helped: Progress['helped_most'] }): JSX.Element {
  return (
    <section class="card stack-small" aria-labelledby="helped">
      <h2 id="helped">{t.progress.helped}</h2>
      {helped.length === 0 && <p class="soft">{t.progress.helpedNone}</p>}
      <ol class="helped">
        {helped.map(({ slug, title, tried, mean_change }) => (
          <li key={slug}>
            <Link to={`/skills/${slug}`} class="tall-link">
              {title}
            </Link>
            <span class="soft small">{t.progress.helpedOne(tried, easingWords(mean_change))}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
