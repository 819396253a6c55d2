/** Signing the version of a plan that is on the screen, and no other. */
import { useMutation, useQueryClient } from '@tanstack/react-query';

import { planQuery, signPlan, type Plan, type Whose } from './plans';
import { keepPlan } from './use-plan-step';
import { isProblem } from './problem';

export interface PlanSigningAction {
  sign: () => void;
  busy: boolean;
  /** Why it was not signed: changed meanwhile, or any other reason. */
  trouble: 'newer' | Error | undefined;
}

export function usePlanSigning(whose: Whose, plan: Plan): PlanSigningAction {
  const queries = useQueryClient();
  const signing = useMutation({
    mutationFn: () => signPlan(whose, plan.kind, plan.version),
    onSuccess: (signed) => keepPlan(queries, whose, signed),
    // Whatever went wrong, the plan on the screen may be an old one.
    onError: () => queries.invalidateQueries({ queryKey: planQuery(whose, plan.kind).queryKey }),
  });
  return {
    sign: () => {
      if (!signing.isPending) signing.mutate();
    },
    busy: signing.isPending,
    trouble: isProblem(signing.error, 'newer_version') ? 'newer' : (signing.error ?? undefined),
  };
}
