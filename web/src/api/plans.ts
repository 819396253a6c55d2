/**
 * Plans and support people at the server: one's own, or those of a client whom one looks after.
 * A plan that does not exist yet is null, not an error.
 */
import { queryOptions } from '@tanstack/react-query';

import type { PlanKind } from '../lib/plan-steps';
import { api, bodyOf } from './client';
import { isProblem } from './problem';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Plan = Schemas['PlanVersion'];
export type SafetyPlan = Schemas['SafetyPlanOutput'];
export type SupportPerson = Schemas['SupportPersonOutput'];
export type AfterwardsSuggestions = Schemas['SuggestionsOutput'];
export type SupportPersonBody = Schemas['SupportPersonInputRequest'];

/** Whose plan: one's own, or a client's by their id. */
export type Whose = { own: true } | { own: false; client: string };

export interface PlanBody {
  base_version: number;
  steps: Record<string, unknown>;
  review_on?: string;
  share_safer?: boolean;
}

export const OWN: Whose = { own: true };
export const isSafetyPlan = (plan: Plan): plan is SafetyPlan => plan.kind === 'safety';

const keyOf = (whose: Whose): string => (whose.own ? 'own' : whose.client);

export const planQuery = (whose: Whose, kind: PlanKind) =>
  queryOptions({
    queryKey: ['plans', keyOf(whose), kind],
    queryFn: () => orNone(readPlan(whose, kind)),
  });

export const planHistoryQuery = (whose: Whose, kind: PlanKind) =>
  queryOptions({
    queryKey: ['plans', keyOf(whose), kind, 'history'],
    queryFn: () => readHistory(whose, kind),
  });

/** For each step of the plan for afterwards what could go in; nothing is taken over by itself. */
export const afterwardsSuggestionsQuery = (whose: Whose) =>
  queryOptions({
    queryKey: ['plans', keyOf(whose), 'discharge', 'suggestions'],
    queryFn: () => readSuggestions(whose),
  });

async function readSuggestions(whose: Whose): Promise<AfterwardsSuggestions> {
  if (whose.own) return bodyOf(await api.GET('/api/v1/discharge-suggestions/'));
  return bodyOf(await api.GET('/api/v1/clients/{client_id}/discharge-suggestions/', { params: { path: { client_id: whose.client } } }));
}

export const supportPeopleQuery = queryOptions({
  queryKey: ['support-people'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/support-people/')).results,
});

async function orNone<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (isProblem(error) && error.status === 404) return null;
    throw error;
  }
}

async function readPlan(whose: Whose, kind: PlanKind): Promise<Plan> {
  if (whose.own) return bodyOf(await api.GET('/api/v1/plans/{kind}/', { params: { path: { kind } } }));
  return bodyOf(await api.GET('/api/v1/clients/{client_id}/plans/{kind}/', { params: { path: { client_id: whose.client, kind } } }));
}

async function readHistory(whose: Whose, kind: PlanKind): Promise<Plan[]> {
  if (whose.own) return bodyOf(await api.GET('/api/v1/plans/{kind}/history/', { params: { path: { kind } } })).results;
  return bodyOf(await api.GET('/api/v1/clients/{client_id}/plans/{kind}/history/', { params: { path: { client_id: whose.client, kind } } })).results;
}

/** Write a new version; throws Problem, with code newer_version when somebody was quicker. */
export async function writePlan(whose: Whose, kind: PlanKind, body: PlanBody): Promise<Plan> {
  // The steps were made from the same list that the schema describes (lib/plan-steps.ts).
  const shaped = body as Schemas['PlanByClientRequest'];
  if (whose.own) return bodyOf(await api.PUT('/api/v1/plans/{kind}/', { params: { path: { kind } }, body: shaped }));
  return bodyOf(await api.PUT('/api/v1/clients/{client_id}/plans/{kind}/', { params: { path: { client_id: whose.client, kind } }, body: shaped }));
}

/** Sign exactly this version; throws Problem, with code newer_version when it is no longer the newest. */
export async function signPlan(whose: Whose, kind: PlanKind, version: number): Promise<Plan> {
  const body = { version };
  if (whose.own) return bodyOf(await api.POST('/api/v1/plans/{kind}/sign/', { params: { path: { kind } }, body }));
  return bodyOf(await api.POST('/api/v1/clients/{client_id}/plans/{kind}/sign/', { params: { path: { client_id: whose.client, kind } }, body }));
}

/** Add somebody, or keep new details of one who is there. */
export async function saveSupportPerson(id: string | undefined, body: SupportPersonBody): Promise<SupportPerson> {
  if (id === undefined) return bodyOf(await api.POST('/api/v1/support-people/', { body }));
  return bodyOf(await api.PUT('/api/v1/support-people/{support_person_id}/', { params: { path: { support_person_id: id } }, body }));
}

export async function removeSupportPerson(id: string): Promise<void> {
  await api.DELETE('/api/v1/support-people/{support_person_id}/', { params: { path: { support_person_id: id } } });
}

/** The newest version as a file to keep. */
export const planFile = (kind: PlanKind, whose: Whose = OWN): string => `/api/v1/${whose.own ? '' : `clients/${whose.client}/`}plans/${kind}/pdf/`;
