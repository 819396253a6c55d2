/** A question to the server and its three answers: on its way, not here, or what was asked for. */
import type { ComponentChildren, JSX } from 'preact';

import { Loading } from './loading';
import { Failure } from './message';

interface AskedProps<T> {
  query: { data: T | undefined; isPending: boolean; error: Error | null; refetch: () => unknown };
  /** Whether the line, rather than the server, is why there is no answer. */
  isOffline: (error: unknown) => boolean;
  offlineBody?: string;
  lines?: number;
  children: (data: T) => ComponentChildren;
}

export function Asked<T>({ query, isOffline, offlineBody, lines = 3, children }: AskedProps<T>): JSX.Element {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isPending) return <Loading lines={lines} />;
  return <Failure offline={isOffline(query.error)} onRetry={() => void query.refetch()} {...(offlineBody !== undefined && { offlineBody })} />;
}
