/** The clinicians' inbox: who needs an answer, why, by when, and who has it. */
import './inbox.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { alertsQuery } from '../../api/queries';
import type { Alert, AlertState } from '../../api/types';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Loading } from '../../ui/loading';
import { Failure, Message } from '../../ui/message';
import { AlertDetail } from './alert-detail';
import { AlertRow } from './alert-row';
import { Freshness } from './freshness';
import { KeysDialog } from './keys-dialog';
import { bySeverityAndAge } from './order';
import { useAnswers, type Answers } from './use-answers';
import { useKeys } from '../../lib/use-keys';
import { useChosen, useSelection, type Chosen } from './use-selection';
import { useWide } from './use-wide';

const POLL_EVERY = 20_000;
const STATES: readonly AlertState[] = ['open', 'acknowledged', 'resolved'];

export function InboxScreen(): JSX.Element {
  const [state, setState] = useState<AlertState>('open');
  const chosen = useChosen();
  const answers = useAnswers(setState);
  const [keysShown, setKeysShown] = useState(false);
  const alerts = useQuery({ ...alertsQuery(state), refetchInterval: POLL_EVERY, refetchOnWindowFocus: 'always' });
  const offline = isOffline(alerts.error);
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
        <Choices compact="segments" legend={t.alerts.stateLabel} choices={STATES.map((value) => ({ value, label: t.alerts.states[value] }))} value={state} onChange={(value) => setState(value as AlertState)} />
        <Freshness at={alerts.dataUpdatedAt} offline={offline} />
      </div>
      {alerts.isPending && <Loading lines={5} />}
      {alerts.isError && !alerts.data && <Failure offline={offline} onRetry={() => void alerts.refetch()} />}
      {alerts.data && <Inbox state={state} alerts={bySeverityAndAge(alerts.data)} chosen={chosen} answers={answers} onKeys={() => setKeysShown(true)} />}
      {keysShown && <KeysDialog onClose={() => setKeysShown(false)} />}
    </div>
  );
}

interface InboxProps {
  state: AlertState;
  alerts: Alert[];
  chosen: Chosen;
  answers: Answers;
  onKeys: () => void;
}

function Inbox({ state, alerts, chosen, answers, onKeys }: InboxProps): JSX.Element {
  const wide = useWide();
  const selection = useSelection(alerts, chosen);
  const { selected } = selection;
  useKeys({
    j: () => selection.move(1),
    k: () => selection.move(-1),
    a: () => selected?.state === 'open' && answers.acknowledge(selected),
    r: () => selected && answers.openResolve(selected),
    '?': onKeys,
  });
  if (alerts.length === 0) {
    return <Message level={2} icon="check" title={t.alerts.empty[state]} body={state === 'open' ? t.alerts.emptyBody : undefined} />;
  }
  const detail = selected && <AlertDetail key={selected.id} alert={selected} answers={answers} />;
  return (
    <div class="inbox-panes">
      <ul class="inbox-list" aria-label={t.alerts.list}>
        {alerts.map((alert) => (
          <li key={alert.id}>
            <AlertRow alert={alert} selected={alert.id === selected?.id} onSelect={() => chosen.choose(alert.id)} />
            {!wide && alert.id === selected?.id && detail}
          </li>
        ))}
      </ul>
      {wide && <div class="inbox-side">{detail ?? <Message level={2} icon="inbox" title={t.alerts.chooseTitle} body={t.alerts.choose} />}</div>}
    </div>
  );
}
