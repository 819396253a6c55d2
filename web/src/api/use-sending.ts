/** One kind of writing to the server: what was read before is asked for anew, then the form may close. */
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';

/** Where it wrote something, all the queries that begin with one of `stale` are asked for again. */
export function useSending<V, R>(send: (value: V) => Promise<R>, stale: readonly QueryKey[], onDone?: (answer: R) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (answer: R) => {
      await Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey })));
      onDone?.(answer);
    },
  });
}
