/** Lists that come page by page: the cursor of the next one lies in the link that the server names. */

const cursorOf = (next: string | null): string | undefined => (next === null ? undefined : (new URL(next, window.location.origin).searchParams.get('cursor') ?? undefined));

export const PAGES = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }: { next: string | null }) => cursorOf(next),
};

export const pageAt = (cursor: string | undefined): { cursor?: string } => (cursor === undefined ? {} : { cursor });
