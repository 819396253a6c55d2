/**
 * What to try, best first: ranked on this device, from what is known here, so that it is there
 * at once and with no line. Only a rule that this app does not know yet is left to the server.
 */
import { useQuery } from '@tanstack/react-query';

import { skillsQuery } from '../../api/queries';
import { helpNowQuery, type Need } from '../../api/skills';
import { rank, RULE, RULE_VERSION } from '../../lib/ranking';
import { because } from '../../lib/reasons';
import { useOutbox } from '../../offline/device';
import { useEffects, withUnsent } from '../../offline/practised';

export interface Offer {
  slug: string;
  title: string;
  summary: string;
  minutes: number;
  because: string;
}

export interface Ranking {
  /** undefined while it is not known yet, or cannot be. */
  offers: readonly Offer[] | undefined;
  isPending: boolean;
  error: Error | null;
  refetch: () => void;
}

export function useRanking(need: Need, level: number): Ranking {
  const skills = useQuery(skillsQuery());
  const effects = useEffects();
  const { work } = useOutbox();
  const isKnownRule = effects.data === undefined || effects.data.rule_version === RULE_VERSION;
  const asked = useQuery({ ...helpNowQuery(need, level), enabled: !isKnownRule });
  const own = (): Offer[] =>
    rank(skills.data ?? [], withUnsent(effects.data, work), { need, level }, effects.data ?? RULE).map((ranked) => ({
      ...ranked.exercise,
      because: because(ranked),
    }));
  const offers = asked.data?.results ?? (skills.data && effects.loaded ? own() : undefined);
  return { offers, isPending: skills.isPending || !effects.loaded, error: skills.error, refetch: () => void skills.refetch() };
}
