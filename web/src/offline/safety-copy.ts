/**
 * The copy of the safety plan that a client may choose to keep on this device: off until they
 * say so, sealed in the vault, gone at sign-out. Nothing of any other plan is kept.
 */
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'preact/compat';

import { isSafetyPlan, OWN, planQuery, type Plan, type SafetyPlan } from '../api/plans';
import { useKept, type Kept } from './use-kept';

export interface SafetyCopy {
  plan: SafetyPlan | null;
}

const NAME = 'safety-plan-copy';

/** The copy as it lies on the device; undefined while the client has not asked for one. */
export const useSafetyCopy = (): Kept<SafetyCopy> => useKept<SafetyCopy>(NAME);

/** The safety plan that a query brought, if it is one. */
export const safetyOf = (plan: Plan | null | undefined): SafetyPlan | null => (plan && isSafetyPlan(plan) ? plan : null);

/** Keep the copy equal to what the server last said; does nothing without the client's choice. */
export function useFreshSafetyCopy(): Kept<SafetyCopy> {
  const copy = useSafetyCopy();
  const wanted = copy.value !== undefined;
  const { data } = useQuery({ ...planQuery(OWN, 'safety'), enabled: wanted });
  const { write } = copy;
  const stale = wanted && data !== undefined && !isSame(copy.value?.plan, data);
  useEffect(() => {
    if (stale) write({ plan: safetyOf(data) });
  }, [stale, data, write]);
  return copy;
}

const isSame = (kept: SafetyPlan | null | undefined, found: Plan | null): boolean => JSON.stringify(kept ?? null) === JSON.stringify(found);
