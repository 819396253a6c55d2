/** How a client's weeks went, what they are asked, and what the rules propose. For their clinicians. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import { PAGES, pageAt } from './page';
import type { Milestones, Weeks } from './progress';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Prep = Schemas['SessionPrepOutput'];
export type Proposal = Schemas['StepProposalOutput'];
export type Advice = Schemas['StepAdviceOutput'];
export type AcceptBody = Schemas['AcceptStepInputRequest'];
export type Asking = Schemas['AskingOutput'];
export type AskingBody = Schemas['AskingInputRequest'];
export type Assignable = Schemas['AssignableOutput'];
export type ClientResponse = Schemas['ClientResponseOutput'];

const at = (client: string) => ({ client_id: client });
/** Everything that is known of one client begins with this. */
const keyOf = (client: string, ...rest: unknown[]) => ['clients', client, ...rest] as const;

export const clientSeriesQuery = (client: string, weeks: Weeks) =>
  queryOptions({
    queryKey: keyOf(client, 'series', weeks),
    queryFn: async () => bodyOf(await api.GET('/api/v1/clients/{client_id}/progress/series/', { params: { path: at(client), query: { weeks } } })),
  });

export const clientMilestonesQuery = (client: string) =>
  queryOptions({
    queryKey: keyOf(client, 'milestones'),
    queryFn: async () => bodyOf(await api.GET('/api/v1/clients/{client_id}/progress/milestones/', { params: { path: at(client) } })),
  });

export async function markClientMilestone(client: string, slug: string, reached: boolean): Promise<Milestones> {
  return bodyOf(await api.POST('/api/v1/clients/{client_id}/progress/milestones/{slug}/', { params: { path: { ...at(client), slug } }, body: { reached } }));
}

export const prepQuery = (client: string, since: string) =>
  queryOptions({
    queryKey: keyOf(client, 'session-prep', since),
    queryFn: async () => bodyOf(await api.GET('/api/v1/clients/{client_id}/session-prep/', { params: { path: at(client), query: since === '' ? {} : { since } } })),
  });

/** The same page as a file to keep. */
export const prepFile = (client: string, since: string): string => `/api/v1/clients/${client}/session-prep/pdf/${since === '' ? '' : `?since=${since}`}`;

export const proposalsKey = (client: string) => keyOf(client, 'step-proposals');

export const proposalsQuery = (client: string) =>
  queryOptions({
    queryKey: proposalsKey(client),
    queryFn: async () => bodyOf(await api.GET('/api/v1/clients/{client_id}/step-proposals/', { params: { path: at(client) } })).results,
  });

export async function weighStep(client: string): Promise<Advice> {
  return bodyOf(await api.POST('/api/v1/clients/{client_id}/step-proposals/', { params: { path: at(client) } }));
}

export async function acceptStep(proposal: string, body: AcceptBody): Promise<void> {
  await api.POST('/api/v1/step-proposals/{proposal_id}/accept/', { params: { path: { proposal_id: proposal } }, body });
}

export async function declineStep(proposal: string, note: string): Promise<void> {
  await api.POST('/api/v1/step-proposals/{proposal_id}/decline/', { params: { path: { proposal_id: proposal } }, body: { note } });
}

export const assignableQuery = queryOptions({
  queryKey: ['questionnaires', 'assignable'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/questionnaires/', { params: { query: { page_size: 100 } } })).results,
});

export const askingsKey = (client: string) => keyOf(client, 'questionnaires');

export const askingsQuery = (client: string) =>
  queryOptions({
    queryKey: askingsKey(client),
    queryFn: async () => bodyOf(await api.GET('/api/v1/clients/{client_id}/questionnaires/', { params: { path: at(client), query: { page_size: 50 } } })).results,
  });

export async function ask(client: string, body: AskingBody): Promise<void> {
  await api.POST('/api/v1/clients/{client_id}/questionnaires/', { params: { path: at(client) }, body });
}

export type AskingMove = 'pause' | 'resume' | 'end';

export async function moveAsking(client: string, schedule: string, move: AskingMove): Promise<void> {
  const params = { path: { ...at(client), schedule_id: schedule } };
  if (move === 'pause') await api.POST('/api/v1/clients/{client_id}/questionnaires/{schedule_id}/pause/', { params });
  else if (move === 'resume') await api.POST('/api/v1/clients/{client_id}/questionnaires/{schedule_id}/resume/', { params });
  else await api.POST('/api/v1/clients/{client_id}/questionnaires/{schedule_id}/end/', { params });
}

export async function importResponse(client: string, file: string): Promise<void> {
  await api.POST('/api/v1/clients/{client_id}/questionnaire-responses/', { params: { path: at(client) }, body: { file } });
}

export const responsesKey = (client: string) => keyOf(client, 'questionnaire-responses');

export const responsesQuery = (client: string) =>
  infiniteQueryOptions({
    queryKey: keyOf(client, 'questionnaire-responses'),
    queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/clients/{client_id}/questionnaire-responses/', { params: { path: at(client), query: pageAt(pageParam) } })),
    ...PAGES,
  });
