/** The clinicians' inbox: who needs an answer, why, by when, and who has it. */
import './inbox.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { Suspense, useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { alertsQuery } from '../../api/queries';
import type { AlertState } from '../../api/types';
import { lazyWithWords, t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { KeysDialog } from '../../ui/keys-dialog';
import { Loading } from '../../ui/loading';
import { Failure } from '../../ui/message';
import { Freshness } from './freshness';
import { Inbox } from './inbox';
import { Meanwhile, quicker, type News } from './meanwhile';
import { bySeverityAndAge } from './order';
import { UndoBar } from './undo-bar';
import { useAnswers } from './use-answers';
import { useLive } from './use-live';
import { useChosen } from './use-selection';

const DigestTime = lazyWithWords(['alerts'], () => import('./digest-time').then((m) => m.DigestTime));

/** Everything is read anew now and then: a client who was given to me shows up in no change. */
const READ_EVERY = 3 * 60_000;
const STATES: readonly AlertState[] = ['open', 'acknowledged', 'resolved'];

export function InboxScreen(): JSX.Element {
  const { me } = useDevice();
  const [state, setState] = useState<AlertState>('open');
  const [news, setNews] = useState<News>();
  const [keysShown, setKeysShown] = useState(false);
  const chosen = useChosen();
  const show = (to: AlertState): void => {
    setNews(undefined);
    setState(to);
  };
  const answers = useAnswers(show);
  const live = useLive((changed) => setNews((before) => quicker(changed, chosen.id, state, me.id) ?? before));
  const alerts = useQuery({ ...alertsQuery(state), refetchInterval: READ_EVERY, refetchOnWindowFocus: 'always' });
  const offline = live.offline || isOffline(alerts.error);
  return (
    <div class="page page-wide stack inbox">
      <header class="inbox-top">
        <h1>{t.alerts.title}</h1>
        <div class="inbox-keys">
          <Button look="quiet" onClick={() => setKeysShown(true)}>
            {t.alerts.keys}
          </Button>
        </div>
      </header>
      <div class="row row-apart">
        <Choices compact="segments" legend={t.alerts.stateLabel} choices={STATES.map((value) => ({ value, label: t.alerts.states[value] }))} value={state} onChange={(value) => show(value as AlertState)} />
        <Freshness at={Math.max(alerts.dataUpdatedAt, live.at)} offline={offline} />
      </div>
      <Meanwhile news={news} onShow={show} />
      {alerts.isPending && <Loading lines={5} />}
      {alerts.isError && !alerts.data && <Failure offline={offline} onRetry={() => void alerts.refetch()} />}
      {alerts.data && <Inbox state={state} alerts={bySeverityAndAge(alerts.data)} chosen={chosen} answers={answers} onKeys={() => setKeysShown(true)} />}
      <Suspense fallback={null}>
        <DigestTime />
      </Suspense>
      {answers.taken && <UndoBar taken={answers.taken} busy={answers.busy} onUndo={(alert) => answers.move({ do: 'undo', alert })} onOver={answers.forget} />}
      {keysShown && <KeysDialog title={t.alerts.keysTitle} keys={t.alerts.keyList} onClose={() => setKeysShown(false)} />}
    </div>
  );
}
