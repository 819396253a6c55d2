/** What a client's card asks about besides the usual: at most five, added and ended here. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { clientDiaryTargetsQuery, endDiaryTarget, type DiaryTarget } from '../../api/diary';
import { isOffline } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Loading } from '../../ui/loading';
import { Failure } from '../../ui/message';
import { Notice } from '../../ui/notice';
import { TargetForm } from './target-form';

const MOST_TARGETS = 5;

export function Targets({ client }: { client: string }): JSX.Element {
  const found = useQuery(clientDiaryTargetsQuery(client));
  return (
    <section class="stack-small no-print" aria-labelledby="client-targets">
      <h2 id="client-targets">{t.clients.targetsTitle}</h2>
      <p class="soft">{t.clients.targetsLead}</p>
      {found.isPending && <Loading />}
      {found.isError && !found.data && <Failure offline={isOffline(found.error)} onRetry={() => void found.refetch()} />}
      {found.data && <TargetList client={client} targets={found.data.filter(({ ended_at: ended }) => ended === null)} />}
    </section>
  );
}

function TargetList({ client, targets }: { client: string; targets: readonly DiaryTarget[] }): JSX.Element {
  const [adding, setAdding] = useState(false);
  return (
    <>
      {targets.length === 0 && !adding && <p>{t.clients.targetsNone}</p>}
      <ul class="stack-small">
        {targets.map((target) => (
          <TargetRow key={target.id} client={client} target={target} />
        ))}
      </ul>
      {targets.length >= MOST_TARGETS && <p class="soft">{t.clients.targetsFull}</p>}
      {targets.length < MOST_TARGETS && adding && <TargetForm client={client} onClose={() => setAdding(false)} />}
      {targets.length < MOST_TARGETS && !adding && (
        <div>
          <Button look="secondary" icon="plus" onClick={() => setAdding(true)}>
            {t.clients.targetAdd}
          </Button>
        </div>
      )}
    </>
  );
}

function TargetRow({ client, target: { id, label, kind, scale, set_at: since } }: { client: string; target: DiaryTarget }): JSX.Element {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const ending = useMutation({
    mutationFn: () => endDiaryTarget(client, id),
    onSuccess: () => queries.invalidateQueries({ queryKey: clientDiaryTargetsQuery(client).queryKey }),
  });
  return (
    <li class="card target">
      <div>
        <p class="strong">{label}</p>
        <p class="soft small">
          {t.clients.targetKinds[kind]} · {t.clients.targetScales[scale]} · {t.clients.targetSince(dayOf(since))}
        </p>
      </div>
      <Button look="quiet" label={t.clients.targetEndNamed(label)} onClick={() => setAsking(true)}>
        {t.clients.targetEnd}
      </Button>
      {asking && (
        <Dialog title={t.clients.targetEndAsk(label)} onClose={() => setAsking(false)}>
          {ending.isError && (
            <Notice tone="warm" urgent>
              {sentenceOf(ending.error)}
            </Notice>
          )}
          <Button busy={ending.isPending} onClick={() => ending.mutate()}>
            {t.clients.targetEndYes}
          </Button>
          <Button look="secondary" onClick={() => setAsking(false)}>
            {t.common.cancel}
          </Button>
        </Dialog>
      )}
    </li>
  );
}
