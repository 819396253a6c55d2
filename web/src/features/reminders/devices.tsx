/** Devices that show notes from the app. Leave is asked for here, when the person presses the button. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useSyncExternalStore } from 'preact/compat';

import { contactPointsQuery, type ContactPoint } from '../../api/reminders';
import { isStandalone } from '../../lib/install';
import { t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { onPhone, readPhone } from '../../offline/phone';
import { switchPushOn } from '../../offline/push';
import { PUSH_STATE } from '../../offline/use-notes';
import { Button } from '../../ui/button';
import { HomeSteps } from '../../ui/install';
import { Notice } from '../../ui/notice';
import { Device } from './device';

interface DevicesProps {
  pushKey: string;
  points: readonly ContactPoint[];
  /** It is not part of a section that has a heading. */
  alone?: boolean;
}

export function Devices({ pushKey, points, alone = false }: DevicesProps): JSX.Element {
  const { devices } = t.reminders;
  const Title = alone ? 'h2' : 'h3';
  const shown = points.filter(isOfUse);
  return (
    <div class={alone ? 'stack-small' : 'stack-small reach'}>
      <Title>{devices.title}</Title>
      <p class="soft">{devices.lead}</p>
      {shown.length === 0 && <p>{devices.none}</p>}
      <ul class="stack">
        {shown.map((point) => (
          <Device key={point.id} point={point} />
        ))}
      </ul>
      <AddThis pushKey={pushKey} />
    </div>
  );
}

/** Those that work, and those whose push service said that nobody is there; not what was taken away by hand. */
const isOfUse = ({ retired_at, failure }: ContactPoint): boolean => retired_at === null || failure.startsWith('answered');

function AddThis({ pushKey }: { pushKey: string }): JSX.Element | null {
  const state = useQuery(PUSH_STATE).data;
  const { shared } = useSyncExternalStore(onPhone, readPhone);
  const { devices } = t.reminders;
  if (pushKey === '') return <p class="soft">{devices.notHere}</p>;
  if (state === 'install') return <HomeSteps />;
  if (state === 'unsupported') return <p class="soft">{devices.unsupported}</p>;
  if (state === 'denied') return <Denied />;
  if (state !== 'off') return null;
  return shared ? <p class="soft">{devices.shared}</p> : <Add pushKey={pushKey} />;
}

function Denied(): JSX.Element {
  const { devices } = t.reminders;
  return (
    <Notice icon="bell">
      <p>{devices.denied}</p>
      <p>{isStandalone() ? devices.deniedPhone : devices.deniedHow}</p>
    </Notice>
  );
}

function Add({ pushKey }: { pushKey: string }): JSX.Element {
  const { vault } = useDevice();
  const queries = useQueryClient();
  const { devices } = t.reminders;
  const adding = useMutation({
    mutationFn: () => switchPushOn(vault, pushKey),
    onSettled: () => Promise.all([PUSH_STATE.queryKey, contactPointsQuery.queryKey].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
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
