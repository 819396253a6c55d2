/** A piece that waits because another version came first: both of them, and what either choice does. */
import { useQuery } from '@tanstack/react-query';

import { cameFirstQuery } from '../api/came-first';
import { useDevice } from './device';
import type { Work } from './queue';

export function useTwoVersions(work: Work) {
  const { outbox } = useDevice();
  const { data } = useQuery(cameFirstQuery(work));
  const path = work.trouble?.amendPath;
  return {
    mine: work.body,
    theirs: data,
    onMine: path === undefined ? undefined : () => void outbox.release(work, path),
    onTheirs: () => void outbox.remove(work.id),
  };
}
