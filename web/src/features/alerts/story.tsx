/** What happened to an alert, step by step: opened, joined, assigned, answered. */
import type { JSX } from 'preact';

import type { Story as Step } from '../../api/alerts';
import type { Alert } from '../../api/types';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';

const when = (moment: string): string => shortMoment(moment, deviceTimezone(), language);

export function Story({ alert }: { alert: Alert }): JSX.Element {
  const { acknowledged_by: by, acknowledged_at: at, resolved_by: closedBy, resolved_at: closedAt } = alert;
  return (
    <div class="stack-small">
      {by && at && <p>{t.alerts.acknowledgedBy(by.name, when(at))}</p>}
      {closedBy && closedAt && (
        <p>
          {t.alerts.resolvedBy(closedBy.name, when(closedAt))} {resultOf(alert)}
        </p>
      )}
      {alert.useful !== null && <p class="soft">{usefulness(alert)}</p>}
      <details>
        <summary>{t.alerts.steps}</summary>
        <ol class="alert-story">
          {alert.story.map((step) => (
            <li key={step.kind + step.at}>
              <span class="soft small">{when(step.at)}</span>
              <span>{sentenceOf(step)}</span>
              {step.words && <span class="soft">{step.words}</span>}
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}

function resultOf({ action, outcome }: Alert): string {
  const actions: Record<string, string> = t.alerts.actions;
  const outcomes: Record<string, string> = t.alerts.outcomes;
  return t.alerts.result(actions[action] ?? '', outcomes[outcome] ?? '');
}

function usefulness({ useful, useless_because: because }: Alert): string {
  const reasons: Record<string, string> = t.alerts.becauses;
  return useful ? t.alerts.wasUseful : [t.alerts.wasNotUseful, reasons[because]].filter(Boolean).join(' ');
}

function sentenceOf({ kind, person }: Step): string {
  const sentence = t.alerts.story[kind];
  return person ? `${sentence} · ${person}` : sentence;
}
