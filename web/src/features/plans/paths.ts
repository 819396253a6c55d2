/** Where each plan and its steps are found. */
import type { PlanKind } from '../../lib/plan-steps';

export const PLAN_PATHS: Record<PlanKind, string> = { safety: '/plan/safety', relapse_prevention: '/plan/relapse', discharge: '/plan/afterwards' };

export const stepPath = (kind: PlanKind, step: string): string => `${PLAN_PATHS[kind]}/${step}`;
