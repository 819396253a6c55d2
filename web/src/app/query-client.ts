/** The memory of what the server said. Nothing of it is ever written to the device. */
import { MutationCache, onlineManager, QueryCache, QueryClient } from '@tanstack/react-query';

import { isProblem } from '../api/problem';

const FRESH_FOR = 15_000;

export function createQueryClient(onSignInNeeded: (code?: string) => void): QueryClient {
  // It assumes a line until told otherwise; on a start without one, the news would be missed.
  onlineManager.setOnline(navigator.onLine);
  const hear = (error: Error): void => {
    if (isProblem(error) && error.status === 401) onSignInNeeded(error.refusal.code);
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: hear }),
    // What was sent in vain stands in its form still; a wrong password at a door is none of this.
    mutationCache: new MutationCache({
      onError: (error) => {
        if (isProblem(error, 'session_ended')) hear(error);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_FOR,
        // We ask even when the browser believes it is offline: only an answer is proof.
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (failures, error) => isProblem(error) && error.status >= 500 && failures < 2,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
