/** A piece that waits because another version came first. */
import type { JSX } from 'preact';

import type { Work } from '../../offline/queue';
import { useTwoVersions } from '../../offline/two-versions';
import { TwoVersions } from '../../ui/two-versions';

export function Conflict({ work }: { work: Work }): JSX.Element {
  return <TwoVersions {...useTwoVersions(work)} />;
}
