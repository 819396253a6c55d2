/** One device that shows notes: since when, when the last one came, a trial that says how far it got, and remove. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/compat';

import { contactPointsQuery, removeContactPoint, tryContactPoint, type ContactPoint } from '../../api/reminders';
import { sentenceOf } from '../../api/trouble';
import { clockTime, deviceTimezone } from '../../lib/dates';
import { dayOf } from '../../lib/day-of';
import { language, t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { isOver, trialOf, type Trial } from './trial';

export function Device({ point }: { point: ContactPoint }): JSX.Element {
  const queries = useQueryClient();
  const { devices } = t.reminders;
  const trial = useTrial(point);
  const removing = useMutation({
    mutationFn: () => removeContactPoint(point.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: contactPointsQuery.queryKey }),
  });
  const error = trial.error ?? removing.error;
  const name = point.label || devices.here;
  return (
    <li class="stack-small device-row">
      <div>
        <p class="strong">{name}</p>
        <Facts point={point} />
      </div>
      {point.retired_at === null && (
        <div class="row">
          <Button look="secondary" label={devices.testNamed(name)} busy={trial.busy} onClick={trial.begin}>
            {devices.test}
          </Button>
          <Button look="quiet" label={devices.removeNamed(name)} busy={removing.isPending} onClick={() => removing.mutate()}>
            {devices.remove}
          </Button>
        </div>
      )}
      <p role="status" class="soft small">
        {error ? sentenceOf(error) : trial.now && devices.trial[trial.now]}
      </p>
    </li>
  );
}

function Facts({ point: { verified_at: added, delivered_at: last, retired_at: gone } }: { point: ContactPoint }): JSX.Element {
  const { devices } = t.reminders;
  return (
    <>
      {added !== null && <p class="soft small">{devices.since(dayOf(added))}</p>}
      <p class="soft small">{last === null ? devices.never : devices.last(dayOf(last), clockTime(last, deviceTimezone(), language))}</p>
      {gone !== null && <p class="small">{devices.gone}</p>}
    </>
  );
}

const LOOK_EVERY = 2000;

interface TrialRun {
  now: Trial | undefined;
  busy: boolean;
  error: Error | null;
  begin: () => void;
}

/** While a trial is on its way the server is asked how far it got, for a minute. */
function useTrial(point: ContactPoint): TrialRun {
  const [begun, setBegun] = useState<number>();
  const [waited, setWaited] = useState(0);
  const trying = useMutation({ mutationFn: () => tryContactPoint(point.id) });
  const now = begun !== undefined && trying.isSuccess ? trialOf(latest(point, trying.data), waited) : undefined;
  const open = now !== undefined && !isOver(now);
  useQuery({ ...contactPointsQuery, refetchInterval: open ? LOOK_EVERY : false, staleTime: 0 });
  useEffect(() => {
    if (!open || begun === undefined) return undefined;
    const timer = setInterval(() => setWaited(Date.now() - begun), LOOK_EVERY);
    return () => clearInterval(timer);
  }, [open, begun]);
  const begin = (): void => {
    setBegun(Date.now());
    setWaited(0);
    trying.mutate();
  };
  return { now, busy: trying.isPending || open, error: trying.error, begin };
}

/** The list may still be the one from before the trial was asked for. */
const latest = (listed: ContactPoint, asked: ContactPoint): ContactPoint =>
  Date.parse(listed.tested_at ?? '') >= Date.parse(asked.tested_at ?? '') ? listed : asked;
