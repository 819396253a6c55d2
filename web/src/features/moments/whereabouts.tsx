/** Whether one entry is still on this phone, or with the care team. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { useOutbox } from '../../offline/device';
import { Chip } from '../../ui/chip';

export function Whereabouts({ entry }: { entry: string }): JSX.Element {
  const waiting = useOutbox().work.some(({ path }) => path.endsWith(`/${entry}/`));
  return (
    <p role="status">
      <Chip tone={waiting ? 'warm' : 'calm'} icon={waiting ? 'phone' : 'check'}>
        {waiting ? t.common.savedHere : t.common.received}
      </Chip>
    </p>
  );
}
