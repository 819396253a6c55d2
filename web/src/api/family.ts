/**
 * What a family member reads and says: what is shared with them, calls, meetings, notes.
 * Nothing of it is reused: what is shared may end between two looks.
 */
import { queryOptions } from '@tanstack/react-query';

import type { LanguageCode } from '../lib/strings';
import { api, bodyOf } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type FamilyMeeting = Schemas['MeetingOutput'];
export type MeetingAnswer = Exclude<FamilyMeeting['answer'], ''>;
export type NoteToClient = Schemas['EncourageInputRequest'];
export type Said = Schemas['ReceivedOutput'];

/** Everything that another person shares. */
export const SHARED = ['family'] as const;
const NEVER_REUSED = { staleTime: 0, gcTime: 0 } as const;

/** A sign that changes when what is shared does. Asking for it shows nothing and leaves no trace. */
export const sharedMarkQuery = queryOptions({
  queryKey: [...SHARED, 'mark'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/family/shared/mark/')).mark,
  ...NEVER_REUSED,
});

/** The page under a mark: with another mark it is another page, and the old one is gone. */
export const sharedQuery = (mark: string | undefined) =>
  queryOptions({
    queryKey: [...SHARED, 'page', mark],
    queryFn: async () => bodyOf(await api.GET('/api/v1/family/shared/')),
    enabled: mark !== undefined,
    gcTime: 0,
    // Each look is one that the client reads of: only a new mark or the person asks again.
    staleTime: Infinity,
  });

export async function acceptRules(): Promise<void> {
  await api.POST('/api/v1/family/shared/rules/');
}

/** Who asks for a call now. */
export const callsForMeQuery = queryOptions({
  queryKey: [...SHARED, 'calls'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/family/calls/')),
  ...NEVER_REUSED,
});

export async function seeCall(id: string): Promise<void> {
  await api.POST('/api/v1/family/calls/{call_id}/seen/', { params: { path: { call_id: id } } });
}

export async function answerCall(id: string): Promise<void> {
  await api.POST('/api/v1/family/calls/{call_id}/answer/', { params: { path: { call_id: id } } });
}

export const MEETINGS = [...SHARED, 'meetings'] as const;

export const meetingsQuery = queryOptions({
  queryKey: MEETINGS,
  queryFn: async () => bodyOf(await api.GET('/api/v1/family/sessions/')),
  ...NEVER_REUSED,
});

export async function answerMeeting(id: string, answer: MeetingAnswer): Promise<void> {
  await api.PUT('/api/v1/family/sessions/{invitation_id}/answer/', { params: { path: { invitation_id: id } }, body: { answer } });
}

/** What stands above a note to a client, and phrases to choose from: words of the program, nobody's data. */
export const noteFormQuery = queryOptions({
  queryKey: ['family-note-form'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/family/encouragements/')),
});

export async function sendNote(body: NoteToClient): Promise<Said> {
  return bodyOf(await api.POST('/api/v1/family/encouragements/', { body }));
}

export interface Held {
  token: string;
  code: string;
}

/** Of an account that may have to be opened. */
export interface NewAccount {
  password: string;
  language: LanguageCode;
}

/** Accept an invitation: with a password when nobody is signed in, else as who one is. */
export async function acceptInvitation({ token, code }: Held, account: NewAccount | undefined): Promise<boolean> {
  if (account === undefined) return bodyOf(await api.POST('/api/v1/family/invitations/join/', { body: { token, code } })).accepted;
  return bodyOf(await api.POST('/api/v1/family/invitations/accept/', { body: { token, code, ...account } })).accepted;
}
