/** The list of alerts and the one in front: side by side where there is room, else one inside the other. */
import type { JSX } from 'preact';
import { Suspense } from 'preact/compat';

import type { Alert, AlertState } from '../../api/types';
import { lazyWithWords, t } from '../../lib/strings';
import { useWide } from '../../lib/use-wide';
import { useKeys } from '../../lib/use-keys';
import { Loading } from '../../ui/loading';
import { Message } from '../../ui/message';
import { callId } from './call-id';
import { AlertRow } from './alert-row';
import { isForLater } from './order';
import type { Answers } from './use-answers';
import { useSelection, type Chosen } from './use-selection';

/** Opened when an alert is chosen; fetched beside the list. */
const AlertDetail = lazyWithWords(['alerts'], () => import('./alert-detail').then((m) => m.AlertDetail));

interface InboxProps {
  state: AlertState;
  alerts: readonly Alert[];
  chosen: Chosen;
  answers: Answers;
  onKeys: () => void;
}

export function Inbox({ state, alerts, chosen, answers, onKeys }: InboxProps): JSX.Element {
  const wide = useWide();
  const selection = useSelection(alerts, chosen);
  const { selected } = selection;
  useInboxKeys(selection, answers, onKeys);
  if (alerts.length === 0) {
    return <Message level={2} icon="check" title={t.alerts.empty[state]} body={state === 'open' ? t.alerts.emptyBody : undefined} />;
  }
  const detail = selected && (
    <Suspense fallback={<Loading lines={5} />}>
      <AlertDetail key={selected.id} alert={selected} answers={answers} />
    </Suspense>
  );
  return (
    <div class="inbox-panes">
      <Rows state={state} alerts={alerts} selected={selected} onSelect={chosen.choose} inside={wide ? undefined : detail} />
      {wide && <div class="inbox-side">{detail ?? <Message level={2} icon="inbox" title={t.alerts.chooseTitle} body={t.alerts.choose} />}</div>}
    </div>
  );
}

interface RowsProps {
  state: AlertState;
  alerts: readonly Alert[];
  selected: Alert | undefined;
  onSelect: (id: string) => void;
  /** What opens below the chosen row. */
  inside: JSX.Element | undefined;
}

/** Those that somebody must answer, and apart from them those that can wait. */
function Rows({ state, alerts, selected, onSelect, inside }: RowsProps): JSX.Element {
  const rows = (some: readonly Alert[], label: string): JSX.Element => (
    <ul class="inbox-list" aria-label={label}>
      {some.map((alert) => (
        <li key={alert.id}>
          <AlertRow alert={alert} selected={alert === selected} onSelect={() => onSelect(alert.id)} />
          {alert === selected && inside}
        </li>
      ))}
    </ul>
  );
  const later = state === 'open' ? alerts.filter(isForLater) : [];
  const now = alerts.filter((alert) => !later.includes(alert));
  return (
    <div class="stack">
      {now.length > 0 && rows(now, t.alerts.list)}
      {later.length > 0 && (
        <section class="stack-small" aria-labelledby="inbox-later">
          <h2 id="inbox-later">{t.alerts.later}</h2>
          <p class="soft small">{t.alerts.laterBody}</p>
          {rows(later, t.alerts.later)}
        </section>
      )}
    </div>
  );
}

function useInboxKeys({ selected, move }: ReturnType<typeof useSelection>, answers: Answers, onKeys: () => void): void {
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    a: () => selected?.state === 'open' && answers.move({ do: 'acknowledge', alert: selected }),
    r: () => selected && answers.open(selected, 'resolve'),
    s: () => selected && answers.open(selected, 'assign'),
    o: () => selected && answers.open(selected, 'reopen'),
    c: () => selected && document.getElementById(callId(selected.id))?.querySelector('a')?.click(),
    '?': onKeys,
  });
}
