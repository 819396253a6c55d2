/** What passes between a client and those they share with: calls, thanks, kind notes, milestones, goals, meetings. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import { PAGES, pageAt } from './page';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Phrase = Schemas['PhraseOutput'];
export type Thanks = Schemas['ThanksOutput'];
export type ThanksBody = Schemas['ThanksInputRequest'];
export type KindNote = Schemas['EncouragementOutput'];
export type NoteChoice = Schemas['NoteChoiceOutput'];
export type Milestone = Schemas['MilestoneSharedOutput'];
export type MilestoneBody = Schemas['MilestoneInputRequest'];
export type CallPage = Schemas['CallMePageOutput'];
export type Call = Schemas['CallMeOutput'];
export type AskedToMeeting = Schemas['SessionInvitationOutput'];
export type SharedGoal = Schemas['SharedGoalOutput'];

export const BETWEEN = ['between'] as const;

export const phrasesQuery = queryOptions({
  queryKey: ['family-phrases'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/family-phrases/')),
  staleTime: Infinity,
});

export const callPageQuery = queryOptions({
  queryKey: [...BETWEEN, 'calls'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/call-me/')),
});

export async function askForCall(body: Schemas['CallMeInputRequest']): Promise<void> {
  await api.POST('/api/v1/call-me/', { body });
}

export async function takeBackCall(id: string): Promise<void> {
  await api.POST('/api/v1/call-me/{call_id}/withdraw/', { params: { path: { call_id: id } } });
}

export const thanksQuery = infiniteQueryOptions({
  queryKey: [...BETWEEN, 'thanks'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/thanks/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

export async function sendThanks(body: ThanksBody): Promise<void> {
  await api.POST('/api/v1/thanks/', { body });
}

export async function takeBackThanks(id: string): Promise<void> {
  await api.POST('/api/v1/thanks/{note_id}/withdraw/', { params: { path: { note_id: id } } });
}

export const kindNotesQuery = infiniteQueryOptions({
  queryKey: [...BETWEEN, 'notes'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/encouragements/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

export const noteChoicesQuery = queryOptions({
  queryKey: [...BETWEEN, 'choices'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/encouragements/choices/')).people,
});

export async function chooseNotes({ person, receives }: { person: string; receives: boolean }): Promise<void> {
  await api.PUT('/api/v1/encouragements/choices/{person_id}/', { params: { path: { person_id: person } }, body: { receives } });
}

export const milestonesQuery = infiniteQueryOptions({
  queryKey: [...BETWEEN, 'milestones'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/shared-milestones/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

export async function shareMilestone(body: MilestoneBody): Promise<void> {
  await api.POST('/api/v1/shared-milestones/', { body });
}

export async function takeBackMilestone(id: string): Promise<void> {
  await api.POST('/api/v1/shared-milestones/{milestone_id}/withdraw/', { params: { path: { milestone_id: id } } });
}

export const sharedGoalsQuery = infiniteQueryOptions({
  queryKey: [...BETWEEN, 'goals'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/shared-goals/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

export async function showGoal(goal: string): Promise<void> {
  await api.POST('/api/v1/shared-goals/', { body: { goal_id: goal } });
}

export async function hideGoal(id: string): Promise<void> {
  await api.POST('/api/v1/shared-goals/{shared_id}/withdraw/', { params: { path: { shared_id: id } } });
}

export const askedToMeetingsQuery = infiniteQueryOptions({
  queryKey: [...BETWEEN, 'meetings'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/session-invitations/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

export async function takeBackMeeting(id: string): Promise<void> {
  await api.POST('/api/v1/session-invitations/{invitation_id}/withdraw/', { params: { path: { invitation_id: id } } });
}
