/** What a version would have said on past days of this site, and on a table that somebody brings. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { startTrial, TRIALS, trialsQuery, WARNINGS, type Backtest } from '../../api/warnings';
import { isOffline } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { shiftDay, shortDate } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { useOwnDay } from '../../offline/use-own-day';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Progress } from '../../ui/progress';
import { SmallForm } from '../../ui/small-form';
import { OwnTable } from './own-table';
import { TrialResult } from './trial-result';

export function Trials({ version }: { version: string }): JSX.Element {
  const trials = useQuery(trialsQuery);
  const [starting, setStarting] = useState(false);
  return (
    <section class="stack-small">
      <h2>{t.warnings.trialsTitle}</h2>
      <p>{t.warnings.trialsLead}</p>
      <Asked query={trials} isOffline={isOffline}>
        {(every) => <Own trials={every.filter((trial) => trial.version.id === version)} />}
      </Asked>
      {starting ? (
        <StartForm version={version} onClose={() => setStarting(false)} />
      ) : (
        <div>
          <Button look="secondary" onClick={() => setStarting(true)}>
            {t.warnings.trialNew}
          </Button>
        </div>
      )}
      <OwnTable version={version} />
    </section>
  );
}

function Own({ trials }: { trials: readonly Backtest[] }): JSX.Element {
  if (trials.length === 0) return <p>{t.warnings.trialsNone}</p>;
  return (
    <ul class="stack-small">
      {trials.map((trial) => (
        <li key={trial.id} class="card stack-small">
          <h3>{t.warnings.trialDays(shortDate(trial.since, language), shortDate(trial.until, language))}</h3>
          <p class="soft small" role="status">
            {t.warnings.trialStates[trial.state]}
          </p>
          {trial.state === 'running' && <Progress at={trial.clients_done} of={Math.max(1, trial.clients_in_all)} label={t.warnings.trialProgress(trial.clients_done, trial.clients_in_all)} />}
          {trial.result && <TrialResult trial={trial.result} compared={trial.against !== null} />}
        </li>
      ))}
    </ul>
  );
}

const DAYS_BACK = 90;

function StartForm({ version, onClose }: { version: string; onClose: () => void }): JSX.Element {
  const today = useOwnDay();
  const [since, setSince] = useState(shiftDay(today, -DAYS_BACK));
  const [until, setUntil] = useState(shiftDay(today, -1));
  const starting = useSending(startTrial, [TRIALS, WARNINGS], onClose);
  return (
    <SmallForm trouble={starting.error ? sentenceOf(starting.error) : undefined} save={t.warnings.trialStart} busy={starting.isPending} onSave={() => starting.mutate({ version, since, until })} onClose={onClose}>
      <TextField label={t.warnings.since} type="date" value={since} onChange={setSince} />
      <TextField label={t.warnings.until} type="date" value={until} onChange={setUntil} />
    </SmallForm>
  );
}
