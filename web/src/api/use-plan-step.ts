/**
 * Changing one step of a plan: what it was based on, saving it as a new version, and what to do
 * when somebody else saved one first.
 */
import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useState } from 'preact/compat';

import { localDay, shiftDay } from '../lib/dates';
import { closeSteps, openSteps, withStep, type PlanKind, type Step } from '../lib/plan-steps';
import { planQuery, writePlan, type Plan, type PlanBody, type Whose } from './plans';
import { isOffline, isProblem, type Problem } from './problem';

interface Written {
  /** What the person had before them when they began; null when there was no plan. */
  base: Plan | null;
  step: Step;
}

export interface PlanStepEditing {
  state: 'loading' | 'failed' | 'ready';
  offline: boolean;
  reload: () => void;
  step: Step | undefined;
  at: number;
  of: number;
  change: (step: Step) => void;
  save: () => void;
  saving: boolean;
  /** Why the last save did not work; the words are still there. */
  trouble: { offline: boolean; sentence: string } | undefined;
  /** A newer version that came while the person wrote. */
  newer: { plan: Plan; step: Step } | undefined;
  saveOverNewer: () => void;
}

export function usePlanStep(whose: Whose, kind: PlanKind, key: string, onSaved: () => void): PlanStepEditing {
  const queries = useQueryClient();
  const found = useQuery(planQuery(whose, kind));
  const [written, setWritten] = useState<Written>();
  const [newer, setNewer] = useState<Plan>();
  const base = written ? written.base : (found.data ?? null);
  const steps = openSteps(kind, base?.steps);
  const at = steps.findIndex((one) => one.key === key);
  const step = written?.step ?? steps[at];
  const saving = useMutation({
    mutationFn: ({ onto, mine }: { onto: Plan | null; mine: Step }) => writePlan(whose, kind, bodyFor(kind, onto, mine)),
    onSuccess: (plan) => {
      keepPlan(queries, whose, plan);
      onSaved();
    },
    onError: async (error) => setNewer(await newerVersion(queries, whose, kind, error)),
  });
  const save = (onto: Plan | null): void => {
    if (step && !saving.isPending) saving.mutate({ onto, mine: step });
  };
  return {
    state: stateOf(found.data !== undefined || written !== undefined, found.isError),
    offline: isOffline(found.error),
    reload: () => void found.refetch(),
    step,
    at,
    of: steps.length,
    change: (changed) => setWritten({ base, step: changed }),
    save: () => save(base),
    saving: saving.isPending,
    trouble: troubleOf(saving.error),
    newer: newer && stepOf(kind, newer, key),
    saveOverNewer: () => save(newer ?? base),
  };
}

function stateOf(ready: boolean, failed: boolean): PlanStepEditing['state'] {
  if (ready) return 'ready';
  return failed ? 'failed' : 'loading';
}

/** Every step in the words of `onto`, but for the one that was written. */
export function bodyFor(kind: PlanKind, onto: Plan | null, mine?: Step): PlanBody {
  const steps = openSteps(kind, onto?.steps);
  // A day further than today: the client's calendar may be ahead of Greenwich.
  const tomorrow = shiftDay(localDay(new Date(), 'UTC'), 1);
  return {
    base_version: onto?.version ?? 0,
    steps: closeSteps(mine ? withStep(steps, mine) : steps),
    // A day that was agreed on stays, as long as it lies ahead.
    ...(onto && onto.review_on > tomorrow && { review_on: onto.review_on }),
  };
}

export function keepPlan(queries: QueryClient, whose: Whose, plan: Plan): void {
  const { queryKey } = planQuery(whose, plan.kind);
  queries.setQueryData(queryKey, plan);
  void queries.invalidateQueries({ queryKey });
}

function stepOf(kind: PlanKind, plan: Plan, key: string): PlanStepEditing['newer'] {
  const step = openSteps(kind, plan.steps).find((one) => one.key === key);
  return step && { plan, step };
}

/** The version that came first: clients get it with the refusal, clinicians ask for it again. */
async function newerVersion(queries: QueryClient, whose: Whose, kind: PlanKind, error: Error): Promise<Plan | undefined> {
  if (!isProblem(error, 'newer_version')) return undefined;
  const told = error.refusal.members['plan'] as Plan | null | undefined;
  if (told && 'steps' in told) return told;
  return (await queries.query({ ...planQuery(whose, kind), staleTime: 0 }).catch(() => null)) ?? undefined;
}

function troubleOf(error: Error | null): PlanStepEditing['trouble'] {
  if (!error || isProblem(error, 'newer_version')) return undefined;
  return { offline: isOffline(error), sentence: isProblem(error) ? firstSentence(error) : '' };
}

const firstSentence = ({ refusal }: Problem): string => refusal.detail;
