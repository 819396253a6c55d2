/** Which alert is in front of the clinician. It stays chosen while the list refreshes around it. */
import { useState } from 'preact/compat';

import type { Alert } from '../../api/types';

export interface Chosen {
  id: string | undefined;
  choose: (id: string | undefined) => void;
}

/** The chosen alert outlives a change of list: one that was acknowledged is still in front. */
export function useChosen(): Chosen {
  const [id, choose] = useState<string>();
  return { id, choose };
}

interface Selection {
  selected: Alert | undefined;
  move: (by: 1 | -1) => void;
}

export function useSelection(alerts: readonly Alert[], { id, choose }: Chosen): Selection {
  const at = alerts.findIndex((alert) => alert.id === id);
  return {
    selected: alerts[at],
    move: (by) => {
      // With nothing chosen, the first press in either direction takes the top.
      const next = alerts[at < 0 ? 0 : at + by];
      if (!next) return;
      choose(next.id);
      document.getElementById(rowId(next.id))?.focus();
    },
  };
}

export const rowId = (id: string): string => `alert-${id}`;
