/** One exercise, from wherever it is: the server, the service worker's cache, or sealed on this device. */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'preact/compat';

import { skillQuery } from '../api/queries';
import type { Skill } from '../api/types';
import { useKept } from './use-kept';

/** Under which name an exercise is kept that is only for whom it was assigned to. */
export const sealedName = (slug: string): string => `assigned-skill:${slug}`;

export interface FoundSkill {
  skill: Skill | undefined;
  isPending: boolean;
  error: Error | null;
  refetch: () => void;
}

export function useSkill(slug: string): FoundSkill {
  const asked = useQuery(skillQuery(slug));
  const sealed = useKept<Skill>(sealedName(slug));
  const { data } = asked;
  const { write } = sealed;
  useEffect(() => {
    if (data?.assigned_only) write(data);
  }, [data, write]);
  const skill = data ?? (asked.isError ? sealed.value : undefined);
  return { skill, isPending: asked.isPending || !sealed.loaded, error: asked.error, refetch: () => void asked.refetch() };
}
