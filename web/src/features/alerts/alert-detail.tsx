/** One alert in full: why, with its numbers; what happened so far; and how to answer. */
import type { JSX } from 'preact';
import { Suspense, useState } from 'preact/compat';

import type { Alert } from '../../api/types';
import { deviceTimezone, longDay, shortMoment } from '../../lib/dates';
import { Link } from '../../lib/navigation';
import { language, lazyWithWords, t } from '../../lib/strings';
import { Chip } from '../../ui/chip';
import { Loading } from '../../ui/loading';
import { Notice } from '../../ui/notice';
import { Actions } from './actions';
import { Evidence } from './evidence';
import { lastContact } from './glance';
import { Story } from './story';
import type { Answers } from './use-answers';

const ReachAndPlan = lazyWithWords(['alerts', 'plan'], () => import('./reach').then((m) => m.ReachAndPlan));

const when = (moment: string): string => shortMoment(moment, deviceTimezone(), language);

export function AlertDetail({ alert, answers }: { alert: Alert; answers: Answers }): JSX.Element {
  return (
    <section class="card stack alert-detail" aria-label={alert.client.name}>
      <header class="stack-small">
        <h2>
          <Link to={`/clients/${alert.client.id}`}>{alert.client.name}</Link>
        </h2>
        <p class="soft">
          {t.alerts.raised(when(alert.raised_at))}
          {alert.check_in_on && ` · ${t.alerts.checkInFor(longDay(alert.check_in_on, language))}`}
        </p>
        {alert.late && (
          <div>
            <Chip tone="warm">{t.alerts.late}</Chip>
          </div>
        )}
      </header>
      <div role="status">{answers.trouble?.id === alert.id && <Notice tone="warm">{answers.trouble.sentence}</Notice>}</div>
      <Actions alert={alert} answers={answers} />
      <Reasons alert={alert} />
      <Reach key={alert.id} alert={alert} />
      <Evidence alert={alert} />
      <Before alert={alert} />
      <Told alert={alert} />
      <Story alert={alert} />
    </section>
  );
}

function Reasons({ alert }: { alert: Alert }): JSX.Element {
  return (
    <div class="stack-small">
      <h3>{t.alerts.why}</h3>
      <ul class="reasons">
        {alert.reasons.map((reason) => (
          <li key={reason.code}>
            <p>{reason.sentence}</p>
            <p class="soft small">{[reason.value && t.alerts.answered(reason.value), reason.usual].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
      <p class="soft small">{t.alerts.rule(alert.rule_version)}</p>
    </div>
  );
}

/** Asked for only when it is opened: each reading is kept. */
function Reach({ alert: { id, client } }: { alert: Alert }): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{t.alerts.reachTitle}</h3>
      </summary>
      <p class="soft small">{t.alerts.reachMeans}</p>
      {open && (
        <Suspense fallback={<Loading lines={3} />}>
          <ReachAndPlan alert={id} client={client.id} />
        </Suspense>
      )}
    </details>
  );
}

/** Contact and alerts before this one. */
function Before({ alert: { client, glance } }: { alert: Alert }): JSX.Element | null {
  if (!glance) return null;
  return (
    <div class="stack-small">
      <h3>{t.alerts.before}</h3>
      <p>{lastContact(glance)}</p>
      <p>
        {glance.earlier_alerts === 0 ? t.alerts.noEarlier : <Link to={`/clients/${client.id}/warnings`}>{t.alerts.earlier(glance.earlier_alerts)}</Link>}
      </p>
    </div>
  );
}

function Told({ alert: { told, due_at: next, state } }: { alert: Alert }): JSX.Element | null {
  if (told.length === 0 && next === null) return null;
  return (
    <div class="stack-small">
      {told.length > 0 && <h3>{t.alerts.told}</h3>}
      <ul>
        {told.map(({ name, at }) => (
          <li key={name + at}>{t.alerts.toldAt(name, when(at))}</li>
        ))}
      </ul>
      {state === 'open' && next !== null && <p class="soft small">{t.alerts.nextTold(when(next))}</p>}
    </div>
  );
}
