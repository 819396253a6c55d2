/**
 * What happens to the alerts while somebody looks: asked every few seconds while the screen is seen,
 * and at once on return. A lost line costs nothing: the next answer holds everything since the last one.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'preact/compat';

import { changesSince, type Heard } from '../../api/alerts';
import { isOffline } from '../../api/problem';
import type { Alert, AlertState } from '../../api/types';
import { alertsQuery } from '../../api/queries';
import { useNewest } from '../../lib/use-newest';
import { withChanged } from './order';

const ASK_EVERY = 10_000;
const STATES: readonly AlertState[] = ['open', 'acknowledged', 'resolved'];

export interface Live {
  /** When the server last said that nothing else is new; 0 before that. */
  at: number;
  offline: boolean;
}

export function useLive(onChanged: (alerts: readonly Alert[]) => void): Live {
  const queries = useQueryClient();
  const heardRef = useRef<Heard>(undefined);
  const tell = useNewest(onChanged);
  const asked = useQuery({
    queryKey: ['live-alerts'],
    queryFn: async () => {
      const { heard, changes } = await changesSince(heardRef.current);
      heardRef.current = heard;
      if (!changes) return Date.now();
      if (changes.reload) await queries.invalidateQueries({ queryKey: ['alerts'] });
      for (const state of STATES) queries.setQueryData(alertsQuery(state).queryKey, (list) => list && withChanged(list, state, changes.alerts));
      if (changes.alerts.length > 0) tell(changes.alerts);
      return Date.now();
    },
    refetchInterval: ASK_EVERY,
    refetchOnWindowFocus: 'always',
    refetchOnMount: 'always',
    gcTime: 0,
  });
  useEffect(() => {
    // Back from another screen, everything is read anew: changes count from here.
    heardRef.current = undefined;
  }, []);
  return { at: asked.data ?? 0, offline: isOffline(asked.error) };
}
