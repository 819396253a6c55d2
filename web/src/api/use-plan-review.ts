/** Setting the day of the next look at a plan: a new version with the same words, to be signed again. */
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { planQuery, writePlan, type Plan, type Whose } from './plans';
import { bodyFor, keepPlan } from './use-plan-step';
import { isProblem } from './problem';

export interface PlanReview {
  set: (day: string) => void;
  busy: boolean;
  /** Somebody else saved a version first; it is being read. */
  newer: boolean;
  /** What the server says of the day. */
  refused: string | undefined;
  error: Error | null;
}

export function usePlanReview(whose: Whose, plan: Plan, onSaved: () => void): PlanReview {
  const queries = useQueryClient();
  const setting = useMutation({
    mutationFn: (review_on: string) => writePlan(whose, plan.kind, { ...bodyFor(plan.kind, plan), review_on }),
    onSuccess: (written) => {
      keepPlan(queries, whose, written);
      onSaved();
    },
    onError: () => queries.invalidateQueries({ queryKey: planQuery(whose, plan.kind).queryKey }),
  });
  const { error } = setting;
  return {
    set: (day) => setting.mutate(day),
    busy: setting.isPending,
    newer: isProblem(error, 'newer_version'),
    refused: isProblem(error) ? error.refusal.fields?.['review_on']?.[0] : undefined,
    error,
  };
}
