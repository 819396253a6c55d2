/** The staff's side of sharing: whom a client shares with, what came in on paper, requests, and notes of families. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import { PAGES, pageAt } from './page';
import type { components } from './schema';

type Schemas = components['schemas'];

export type ClientConsent = Schemas['ClientConsentOutput'];
export type PaperBody = Schemas['PaperRevocationInputRequest'];
export type ReceivedHow = PaperBody['received_how'];
export type Restriction = Schemas['RestrictionOutput'];
export type RestrictionAnswer = Schemas['AnswerInputRequest'];
export type StaffNote = Schemas['StaffNoteOutput'];
export type MayBeAsked = Schemas['MayBeAskedOutput'];
export type NoteState = 'open' | 'read' | 'all';

export const STAFF_NOTES = ['staff-notes'] as const;
export const CLIENT_SHARING = (client: string) => ['client-sharing', client] as const;

export const clientConsentsQuery = (client: string) =>
  infiniteQueryOptions({
    queryKey: [...CLIENT_SHARING(client), 'consents'],
    queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/clients/{client_id}/consents/', { params: { path: { client_id: client }, query: pageAt(pageParam) } })),
    ...PAGES,
  });

export const clientRestrictionsQuery = (client: string) =>
  infiniteQueryOptions({
    queryKey: [...CLIENT_SHARING(client), 'restrictions'],
    queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/clients/{client_id}/restrictions/', { params: { path: { client_id: client }, query: pageAt(pageParam) } })),
    ...PAGES,
  });

export async function recordPaper({ id, body }: { id: string; body: PaperBody }): Promise<void> {
  await api.POST('/api/v1/consents/{consent_id}/paper-revocation/', { params: { path: { consent_id: id } }, body });
}

export async function flagFalse(id: string): Promise<void> {
  await api.POST('/api/v1/consents/{consent_id}/flag-false/', { params: { path: { consent_id: id } } });
}

export async function answerRestriction({ id, body }: { id: string; body: RestrictionAnswer }): Promise<void> {
  await api.POST('/api/v1/restrictions/{restriction_id}/answer/', { params: { path: { restriction_id: id } }, body });
}

export const clientMeetingsQuery = (client: string) =>
  infiniteQueryOptions({
    queryKey: [...CLIENT_SHARING(client), 'meetings'],
    queryFn: async ({ pageParam }) =>
      bodyOf(await api.GET('/api/v1/clients/{client_id}/session-invitations/', { params: { path: { client_id: client }, query: pageAt(pageParam) } })),
    ...PAGES,
  });

/** With whom the client shares invitations right now, and the meetings to come. */
export const mayBeAskedQuery = (client: string) =>
  queryOptions({
    queryKey: [...CLIENT_SHARING(client), 'may-be-asked'],
    queryFn: async () => bodyOf(await api.GET('/api/v1/clients/{client_id}/session-invitations/people/', { params: { path: { client_id: client } } })),
  });

export async function askToMeeting({ client, body }: { client: string; body: Schemas['AskToMeetingInputRequest'] }): Promise<void> {
  await api.POST('/api/v1/clients/{client_id}/session-invitations/', { params: { path: { client_id: client } }, body });
}

export const staffNotesQuery = (state: NoteState) =>
  infiniteQueryOptions({
    queryKey: [...STAFF_NOTES, state],
    queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/team-notes/', { params: { query: { state, ...pageAt(pageParam) } } })),
    ...PAGES,
  });

export async function acknowledgeNote(id: string): Promise<void> {
  await api.POST('/api/v1/team-notes/{note_id}/acknowledge/', { params: { path: { note_id: id } } });
}

export async function linkNote({ id, client }: { id: string; client: string }): Promise<void> {
  await api.POST('/api/v1/team-notes/{note_id}/link/', { params: { path: { note_id: id } }, body: { client } });
}
