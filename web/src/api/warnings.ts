/** Versions of the warning rules, what they would have done on past days, and how many warnings a site chose: for administrators. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type RuleVersion = Schemas['RuleVersionOutput'];
export type RuleFamily = RuleVersion['family'];
export type RuleState = RuleVersion['state'];
export type RuleLimits = Schemas['InForceOutput'];
export type FoundLimits = NonNullable<RuleLimits['found']>;
export type Trial = Schemas['TrialOutput'];
export type Backtest = Schemas['BacktestOutput'];
export type Rate = Schemas['RateOutput'];
export type Share = Schemas['ShareOutput'];
export type Budget = Schemas['BudgetInputRequest']['per_month'];

export const WARNINGS = ['warnings'] as const;
export const TRIALS = ['warnings', 'trials'] as const;
const MOST = 100;
const LOOK_AGAIN = 2_000;

const at = (version: string) => ({ params: { path: { version_id: version } } });

export const versionsQuery = queryOptions({
  queryKey: [...WARNINGS, 'versions'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/rule-versions/', { params: { query: { page_size: MOST } } })).results,
});

export const versionQuery = (version: string) =>
  queryOptions({
    queryKey: [...WARNINGS, 'versions', version],
    queryFn: async () => bodyOf(await api.GET('/api/v1/rule-versions/{version_id}/', at(version))),
  });

export const limitsQuery = (version: string) =>
  queryOptions({
    queryKey: [...WARNINGS, 'limits', version],
    queryFn: async () => bodyOf(await api.GET('/api/v1/rule-versions/{version_id}/limits/', at(version))),
  });

export const shippedQuery = queryOptions({
  queryKey: [...WARNINGS, 'shipped'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/rule-versions/shipped/')),
});

export const budgetsQuery = queryOptions({
  queryKey: [...WARNINGS, 'budgets'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/alert-budgets/', { params: { query: { page_size: MOST } } })).results,
});

/** Looked at again while one is under way. */
export const trialsQuery = queryOptions({
  queryKey: TRIALS,
  queryFn: async () => bodyOf(await api.GET('/api/v1/backtests/', { params: { query: { page_size: MOST } } })).results,
  refetchInterval: (query) => (query.state.data?.some(({ state }) => state === 'waiting' || state === 'running') ? LOOK_AGAIN : false),
});

export async function draftVersion(body: Schemas['RuleDraftInputRequest']): Promise<RuleVersion> {
  return bodyOf(await api.POST('/api/v1/rule-versions/', { body }));
}

export async function moveVersion({ version, ...body }: Schemas['RuleMoveInputRequest'] & { version: string }): Promise<void> {
  bodyOf(await api.POST('/api/v1/rule-versions/{version_id}/move/', { ...at(version), body }));
}

export async function chooseBudget(body: Schemas['BudgetInputRequest']): Promise<void> {
  bodyOf(await api.POST('/api/v1/alert-budgets/', { body }));
}

export async function startTrial(body: Schemas['BacktestInputRequest']): Promise<void> {
  bodyOf(await api.POST('/api/v1/backtests/', { body }));
}

/** Nothing of the table is kept. */
export async function tryTable(body: Schemas['TableInputRequest']): Promise<Trial> {
  return bodyOf(await api.POST('/api/v1/backtests/table/', { body }));
}
