/** Whether one entry is still on this phone, or with the care team. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { useOutbox } from '../../offline/device';
import { useWatchWords } from '../../offline/watch';
import { Chip } from '../../ui/chip';

const useWaiting = (entry: string): boolean => useOutbox().work.some(({ path }) => path.endsWith(`/${entry}/`));

export function Whereabouts({ entry }: { entry: string }): JSX.Element {
  const waiting = useWaiting(entry);
  return (
    <p role="status">
      <Chip tone={waiting ? 'warm' : 'calm'} icon={waiting ? 'phone' : 'check'}>
        {waiting ? t.common.savedHere : t.common.received}
      </Chip>
    </p>
  );
}

/** When a person will see it, or that nobody watches right now. */
export function Watched({ entry }: { entry: string }): JSX.Element {
  const words = useWatchWords(!useWaiting(entry));
  return <p role="status">{words}</p>;
}
