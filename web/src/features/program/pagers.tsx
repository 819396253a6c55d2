/** The clinic's own pagers: added, tested, their secret renewed. A secret is shown once. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import type { Program } from '../../api/program';
import { PAGERS, pagersQuery, removePager, rotatePager, testPager, type Pager } from '../../api/rota';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';
import { PagerForm } from './pager-form';

const when = (moment: string): string => shortMoment(moment, deviceTimezone(), language);

export function Pagers({ program }: { program: Program }): JSX.Element {
  const found = useQuery(pagersQuery(program.id));
  const [secret, setSecret] = useState<string>();
  return (
    <section class="stack-small" aria-labelledby="pagers">
      <h2 id="pagers">{t.rota.pagers}</h2>
      <p class="soft">{t.rota.pagersBody}</p>
      <Asked query={found} isOffline={isOffline}>
        {(pagers) => (
          <>
            {pagers.length === 0 && <p class="soft">{t.rota.pagersNone}</p>}
            {pagers.map((pager) => (
              <OnePager key={pager.id} pager={pager} onSecret={setSecret} />
            ))}
          </>
        )}
      </Asked>
      <PagerForm program={program} onSecret={setSecret} />
      {secret !== undefined && (
        <Dialog title={t.rota.secretTitle} onClose={() => setSecret(undefined)}>
          <p>{t.rota.secretBody}</p>
          <p class="rota-secret">{secret}</p>
          <Button onClick={() => setSecret(undefined)}>{t.rota.secretDone}</Button>
        </Dialog>
      )}
    </section>
  );
}

function OnePager({ pager: { id, label, address, former_until: former, last_call: last }, onSecret }: { pager: Pager; onSecret: (secret: string) => void }): JSX.Element {
  const testing = useSending(testPager, [PAGERS]);
  const rotating = useSending(rotatePager, [PAGERS], onSecret);
  const removing = useSending(removePager, [PAGERS]);
  const error = testing.error ?? rotating.error ?? removing.error;
  return (
    <article class="card stack-small">
      <h3>{label}</h3>
      <p class="soft small">{address}</p>
      <p class="soft small">{last ? t.rota.lastCall(last.state, when(last.settled_at ?? last.due_at)) : t.rota.noCall}</p>
      {former !== null && <p class="soft small">{t.rota.former(when(former))}</p>}
      {error && (
        <Notice tone="warm" urgent>
          {sentenceOf(error)}
        </Notice>
      )}
      <div role="status">{testing.isSuccess && <Notice icon="check">{t.rota.tested}</Notice>}</div>
      <div class="row">
        <Button look="secondary" label={t.rota.testNamed(label)} busy={testing.isPending} onClick={() => testing.mutate(id)}>
          {t.rota.test}
        </Button>
        <Button look="quiet" label={t.rota.rotateNamed(label)} busy={rotating.isPending} onClick={() => rotating.mutate(id)}>
          {t.rota.rotate}
        </Button>
        <Button look="quiet" label={t.rota.pagerRemove(label)} busy={removing.isPending} onClick={() => removing.mutate(id)}>
          {t.rota.removeShort}
        </Button>
      </div>
    </article>
  );
}
