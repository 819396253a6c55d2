/**
 * What the server said last, kept sealed on the device so that it is there with no line.
 * Only for what a person needs in a hard moment or cannot do without; everything else stays in memory.
 */
import { useQuery, type QueryKey, type UseQueryOptions } from '@tanstack/react-query';
import { useEffect } from 'preact/compat';

import { useKept } from './use-kept';

export interface KeptAnswer<T> {
  /** False until the device has said what it holds, and, when that is nothing, the server too. */
  loaded: boolean;
  /** The newest that is known. */
  data: T | undefined;
  /** Why the server's answer is missing. */
  error: Error | null;
  refetch: () => void;
}

export function useKeptQuery<T, Key extends QueryKey>(name: string, options: UseQueryOptions<T, Error, T, Key>): KeptAnswer<T> {
  const { loaded, value, write } = useKept<T>(name);
  const asked = useQuery(options);
  const said = asked.data;
  useEffect(() => {
    if (said !== undefined) write(said);
  }, [said, write]);
  const data = said ?? value;
  return { loaded: loaded && (data !== undefined || !asked.isPending), data, error: asked.error, refetch: () => void asked.refetch() };
}
