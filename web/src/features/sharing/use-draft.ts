/** The draft of one sharing, kept in memory while its steps are gone through, forward and back. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'preact/compat';

import { SHARING } from '../../api/sharing';
import type { Draft } from './draft';

export interface Drafting {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  forget: () => void;
}

/** `whose` tells a new sharing from the change of one that stands. */
export function useDraft(whose: string, start: Draft): Drafting {
  const queries = useQueryClient();
  // Not below SHARING: a draft is not asked of the server, so it must not be asked for anew.
  const key = [`${SHARING[0]}-draft`, whose];
  const [draft, setDraft] = useState(() => queries.getQueryData<Draft>(key) ?? start);
  const change = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part };
    queries.setQueryDefaults(key, { gcTime: Infinity });
    queries.setQueryData(key, next);
    setDraft(next);
  };
  return { draft, change, forget: () => queries.removeQueries({ queryKey: key }) };
}
