/** Devices that show notes from the app. Leave is asked for here, when the person presses the button. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { contactPointsQuery, removeContactPoint, tryContactPoint, type ContactPoint } from '../../api/reminders';
import { sentenceOf } from '../../api/trouble';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { pushState, switchPushOn } from '../../offline/push';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';

const STATE = ['push-state'];

export function Devices({ pushKey, points }: { pushKey: string; points: readonly ContactPoint[] }): JSX.Element {
  const { devices } = t.reminders;
  const living = points.filter(({ retired_at }) => retired_at === null);
  return (
    <div class="stack-small reach">
      <h3>{devices.title}</h3>
      <p class="soft">{devices.lead}</p>
      {living.length === 0 && <p>{devices.none}</p>}
      <ul class="stack-small">
        {living.map((point) => (
          <Device key={point.id} point={point} />
        ))}
      </ul>
      <AddThis pushKey={pushKey} />
    </div>
  );
}

function AddThis({ pushKey }: { pushKey: string }): JSX.Element | null {
  const queries = useQueryClient();
  const state = useQuery({ queryKey: STATE, queryFn: pushState, staleTime: 0 }).data;
  const { devices } = t.reminders;
  const adding = useMutation({
    mutationFn: () => switchPushOn(pushKey, deviceLabel()),
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: STATE }), queries.invalidateQueries({ queryKey: contactPointsQuery.queryKey })]),
  });
  if (state === 'unsupported' || state === 'denied') return <p class="soft">{devices[state]}</p>;
  if (state !== 'off') return null;
  return (
    <div class="stack-small">
      <div>
        <Button look="secondary" icon="bell" busy={adding.isPending} onClick={() => adding.mutate()}>
          {adding.isPending ? devices.working : devices.ask}
        </Button>
      </div>
      <p class="soft small">{devices.askWhy}</p>
      {adding.isError && (
        <Notice tone="warm" urgent>
          {devices.failed}
        </Notice>
      )}
    </div>
  );
}

function Device({ point }: { point: ContactPoint }): JSX.Element {
  const queries = useQueryClient();
  const { devices } = t.reminders;
  const trying = useMutation({ mutationFn: () => tryContactPoint(point.id) });
  const removing = useMutation({
    mutationFn: () => removeContactPoint(point.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: contactPointsQuery.queryKey }),
  });
  const error = trying.error ?? removing.error;
  const name = point.label || devices.here;
  return (
    <li class="stack-small">
      <div class="row row-apart">
        <span>
          {name}
          {point.verified_at !== null && <span class="soft small"> · {devices.since(dayOf(point.verified_at))}</span>}
        </span>
        <span class="row">
          <Button look="quiet" busy={trying.isPending} onClick={() => trying.mutate()}>
            {devices.test}
          </Button>
          <Button look="quiet" label={devices.removeNamed(name)} busy={removing.isPending} onClick={() => removing.mutate()}>
            {devices.remove}
          </Button>
        </span>
      </div>
      <p role="status" class="soft small">
        {error ? sentenceOf(error) : trying.isSuccess && devices.tested}
      </p>
    </li>
  );
}

/** A name by which a person knows the device again; no more than its make. */
function deviceLabel(): string {
  const found = /iPhone|iPad|Android|Macintosh|Windows|Linux/.exec(navigator.userAgent)?.[0] ?? '';
  return { Macintosh: 'Mac' }[found] ?? found;
}
