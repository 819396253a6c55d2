/** A person's own record: the copy of their data, requests, statements, complaints, and the notice. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { language } from '../lib/strings';
import { api, bodyOf } from './client';
import { PAGES, pageAt } from './page';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Copy = Schemas['ExportOutput'];
export type AccessRequest = Schemas['AccessRequestOutput'];
export type Statement = Schemas['StatementOutput'];
export type Complaint = Schemas['ComplaintOutput'];
export type PatientNotice = Schemas['PatientNoticeOutput'];
export type StatementBody = Schemas['StatementInputRequest'];

export const OWN_RECORD = ['own-record'] as const;
const LOOKS_AGAIN_AFTER = 1500;

const isUnderWay = ({ state }: Copy): boolean => state === 'asked' || state === 'making';

/** Looks again by itself while a copy is being made. */
export const copiesQuery = queryOptions({
  queryKey: [...OWN_RECORD, 'copies'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/records/exports/', { params: { query: {} } })).results,
  refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? LOOKS_AGAIN_AFTER : false),
});

/** With neither, a passkey was shown a moment before. */
export async function askForCopy(proof: { password?: string; code?: string }): Promise<void> {
  await api.POST('/api/v1/records/exports/', { body: proof });
}

export async function deleteCopy(id: string): Promise<void> {
  await api.DELETE('/api/v1/records/exports/{export_id}/', { params: { path: { export_id: id } } });
}

export const fileOf = (id: string): string => `/api/v1/records/exports/${id}/file/`;
export const STATEMENTS_FILE = '/api/v1/records/statements/copy/';

export const requestsQuery = infiniteQueryOptions({
  queryKey: [...OWN_RECORD, 'requests'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/records/access-requests/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

export async function askForAccess(wants: string): Promise<void> {
  await api.POST('/api/v1/records/access-requests/', { body: { wants } });
}

export const statementsQuery = infiniteQueryOptions({
  queryKey: [...OWN_RECORD, 'statements'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/records/statements/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

export async function addStatement(body: StatementBody): Promise<void> {
  await api.POST('/api/v1/records/statements/', { body });
}

export const complaintsQuery = infiniteQueryOptions({
  queryKey: [...OWN_RECORD, 'complaints'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/records/complaints/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

export async function complain(words: string): Promise<void> {
  await api.POST('/api/v1/records/complaints/', { body: { words } });
}

/** Open to everybody; the words are the server's. */
export const patientNoticeQuery = () =>
  queryOptions({
    queryKey: ['patient-notice', language],
    queryFn: async () => bodyOf(await api.GET('/api/v1/notice/', { params: { query: { language } } })),
    retry: false,
  });

export const myNoticeQuery = queryOptions({
  queryKey: [...OWN_RECORD, 'notice'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/records/notice/')),
});

export async function noteNoticeShown(): Promise<void> {
  await api.POST('/api/v1/records/notice/shown/');
}

export async function confirmNotice(): Promise<void> {
  await api.POST('/api/v1/records/notice/acknowledged/');
}

export async function putNoticeOff(): Promise<void> {
  await api.POST('/api/v1/records/notice/put-off/');
}

export async function mailNotice(): Promise<void> {
  await api.POST('/api/v1/records/notice/mailed/');
}
