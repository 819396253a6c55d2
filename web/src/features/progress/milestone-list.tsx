/** The client's own steps on the way. Nobody is asked to reach any of them by a day. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { Suspense, useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { markMilestone, MILESTONES_KEY, milestonesQuery } from '../../api/progress';
import { lazyWithWords, t } from '../../lib/strings';
import { Failure } from '../../ui/message';
import { Milestones, type MilestoneShown } from '../../ui/milestones';

const ShareStep = lazyWithWords(['between'], () => import('./share-step').then((m) => m.ShareStep));

export function MilestoneList(): JSX.Element | null {
  const { data, error, refetch } = useQuery(milestonesQuery);
  const marking = useMarking();
  if (error && !data) return <Failure offline={isOffline(error)} offlineBody={t.progress.offline} onRetry={() => void refetch()} />;
  if (!data || data.results.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="milestones">
      <header class="stack-small">
        <h2 id="milestones">{t.progress.milestones}</h2>
        <p class="soft">{t.progress.milestonesLead}</p>
        <p role="status">{marking.said}</p>
      </header>
      <Milestones
        milestones={data.results}
        phase={data.phase}
        words={t.progress}
        busy={marking.busy}
        onMark={marking.mark}
        more={({ slug, title }) => (
          <Suspense fallback={null}>
            <ShareStep slug={slug} title={title} />
          </Suspense>
        )}
      />
    </section>
  );
}

interface Marking {
  busy: string | undefined;
  said: string;
  mark: (milestone: MilestoneShown) => void;
}

function useMarking(): Marking {
  const client = useQueryClient();
  const [busy, setBusy] = useState<string>();
  const [said, setSaid] = useState('');
  const mark = ({ slug, title, reached }: MilestoneShown): void => {
    setBusy(slug);
    void markMilestone(slug, !reached)
      .then((all) => {
        client.setQueryData(MILESTONES_KEY, all);
        setSaid(reached ? t.progress.unmarked(title) : t.progress.marked(title));
      })
      .catch(() => setSaid(t.progress.markFailed))
      .finally(() => setBusy(undefined));
  };
  return { busy, said, mark };
}
