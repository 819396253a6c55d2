/** The figures of one trial, each beside what chance would give. */
import type { JSX } from 'preact';

import type { Trial } from '../../api/warnings';
import { t } from '../../lib/strings';
import { shareOf } from './limits';
import { figure, percent } from './numbers';

export function TrialResult({ trial, compared }: { trial: Trial; compared: boolean }): JSX.Element {
  const words = t.warnings.resultRows;
  const rows: [string, string | undefined][] = [
    [words.clients, t.warnings.people(trial.clients, trial.client_days)],
    [words.alarms, String(trial.alarms)],
    [words.perMonth, figure(trial.per_client_month)],
    [words.falsePerMonth, figure(trial.false_per_client_month)],
    [words.perWeek, figure(trial.per_week_mean, 1)],
    [words.perClinician, figure(trial.per_clinician_week, 1)],
    [words.caught, trial.sensitivity.of === 0 ? t.warnings.noLapses : shareOf(trial.sensitivity)],
    [words.chance, percent(trial.chance_sensitivity)],
    [words.lead, figure(trial.lead_days, 0)],
    [words.chanceLead, figure(trial.chance_lead_days, 0)],
    ...(compared ? ([[words.added, String(trial.added)], [words.removed, String(trial.removed)]] as [string, string][]) : []),
  ];
  const counts = trial.clients_by_alarms.map((clients, alarms) => t.warnings.byAlarmsOne(alarms, clients)).join(', ');
  return (
    <>
      <dl class="warnings-own">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? t.warnings.unknown}</dd>
          </div>
        ))}
      </dl>
      <p class="soft small">{t.warnings.resultNote}</p>
      {counts !== '' && <p class="soft small">{t.warnings.byAlarms(counts)}</p>}
    </>
  );
}
