/** One alert in full: every reason with its numbers, who was told, and how to answer. */
import type { JSX } from 'preact';

import type { Alert } from '../../api/types';
import { deviceTimezone, longDay, shortMoment } from '../../lib/dates';
import { Link } from '../../lib/navigation';
import { language, t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Notice } from '../../ui/notice';
import { ResolveForm } from './resolve-form';
import type { Answers } from './use-answers';

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
      <Reasons alert={alert} />
      <Told alert={alert} />
      <History alert={alert} />
      <div role="status">{answers.trouble?.id === alert.id && <Notice tone="warm">{answers.trouble.sentence}</Notice>}</div>
      <Actions alert={alert} answers={answers} />
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
            <p class="soft small">
              {[reason.value && t.alerts.answered(reason.value), reason.usual].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      <p class="soft small">{t.alerts.rule(alert.rule_version)}</p>
    </div>
  );
}

function Told({ alert: { told } }: { alert: Alert }): JSX.Element | null {
  if (told.length === 0) return null;
  return (
    <div class="stack-small">
      <h3>{t.alerts.told}</h3>
      <ul>
        {told.map(({ name, at }) => (
          <li key={name + at}>{t.alerts.toldAt(name, when(at))}</li>
        ))}
      </ul>
    </div>
  );
}

function History({ alert }: { alert: Alert }): JSX.Element | null {
  const { acknowledged_by: by, acknowledged_at: at, resolved_by: closedBy, resolved_at: closedAt, action, outcome } = alert;
  if (!by || !at) return null;
  return (
    <div class="stack-small">
      <p>{t.alerts.acknowledgedBy(by.name, when(at))}</p>
      {closedBy && closedAt && (
        <p>
          {t.alerts.resolvedBy(closedBy.name, when(closedAt))} {resultOf(action, outcome)}
        </p>
      )}
    </div>
  );
}

function resultOf(action: string, outcome: string): string {
  const actions: Record<string, string> = t.alerts.actions;
  const outcomes: Record<string, string> = t.alerts.outcomes;
  return t.alerts.result(actions[action] ?? '', outcomes[outcome] ?? '');
}

function Actions({ alert, answers }: { alert: Alert; answers: Answers }): JSX.Element | null {
  if (alert.state === 'resolved') return null;
  if (alert.state === 'open') {
    return (
      <div class="stack-small">
        <Button wide busy={answers.acknowledging} onClick={() => answers.acknowledge(alert)}>
          {t.alerts.acknowledge}
        </Button>
        <p class="soft small">{t.alerts.acknowledgeMeans}</p>
      </div>
    );
  }
  if (answers.resolving === alert.id) {
    return <ResolveForm saving={answers.saving} onCancel={answers.closeResolve} onResolve={(resolution) => answers.resolve(alert, resolution)} />;
  }
  return (
    <Button wide onClick={() => answers.openResolve(alert)}>
      {t.alerts.resolve}
    </Button>
  );
}
