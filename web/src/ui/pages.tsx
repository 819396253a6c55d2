/** A list that comes page by page: on its way, not here, empty, or its rows with a way to more of them. */
import type { ComponentChildren, JSX } from 'preact';

import { Asked } from './asked';
import { Button } from './button';

interface PagesProps<T> {
  query: {
    data: { pages: readonly { results: readonly T[] }[] } | undefined;
    isPending: boolean;
    error: Error | null;
    refetch: () => unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
  };
  isOffline: (error: unknown) => boolean;
  /** In place of a list without rows. */
  empty: ComponentChildren;
  more: string;
  children: (rows: readonly T[]) => ComponentChildren;
}

export function Pages<T>({ query, isOffline, empty, more, children }: PagesProps<T>): JSX.Element {
  return (
    <Asked query={query} isOffline={isOffline} lines={5}>
      {({ pages }) => {
        const rows = pages.flatMap(({ results }) => results);
        if (rows.length === 0) return empty;
        return (
          <>
            {children(rows)}
            {query.hasNextPage && (
              <Button look="secondary" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {more}
              </Button>
            )}
          </>
        );
      }}
    </Asked>
  );
}
