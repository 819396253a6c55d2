/** Asking, in the middle of something, whether this device may show notes: when to ask, and what became of it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'preact/compat';

import { contactPointsQuery, pushKeyQuery } from '../api/reminders';
import { useDevice } from './device';
import { readPhone } from './phone';
import { mayAsk, noteAsked, pushState, switchPushOn } from './push';

export const PUSH_STATE = { queryKey: ['push-state'], queryFn: pushState, staleTime: 0 };

export interface Notes {
  state: 'asking' | 'working' | 'on' | 'off' | 'failed';
  onYes: () => void;
  onNo: () => void;
}

/** Undefined: there is nothing to ask. `unasked`: nobody did anything that had to do with notes. */
export function useNotes(unasked: boolean): Notes | undefined {
  const { vault } = useDevice();
  const queries = useQueryClient();
  const pushKey = useQuery(pushKeyQuery).data ?? '';
  const push = useQuery(PUSH_STATE).data;
  const [may] = useState(() => mayAsk(unasked) && !readPhone().shared);
  const [refused, setRefused] = useState(false);
  const adding = useMutation({
    mutationFn: () => switchPushOn(vault, pushKey),
    onSettled: () => Promise.all([PUSH_STATE.queryKey, contactPointsQuery.queryKey].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
  const begun = adding.status !== 'idle' || refused;
  const asks = may && pushKey !== '' && push === 'off';
  useEffect(() => {
    if (asks) noteAsked('asked');
  }, [asks]);
  if (!begun && !asks) return undefined;
  return {
    state: refused ? 'off' : stateOf(adding.status, adding.data !== undefined),
    onYes: adding.mutate,
    onNo: () => {
      noteAsked('no');
      setRefused(true);
    },
  };
}

function stateOf(status: 'idle' | 'pending' | 'error' | 'success', added: boolean): Notes['state'] {
  if (status === 'success') return added ? 'on' : 'off';
  return ({ idle: 'asking', pending: 'working', error: 'failed' } as const)[status];
}
