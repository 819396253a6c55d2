/** What administrators answer and keep about records: requests, statements, complaints, breaches, the notice. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import { PAGES, pageAt } from './page';
import type { components } from './schema';

type Schemas = components['schemas'];

export type AskedForAccess = Schemas['StaffAccessRequestOutput'];
export type StatementOfClient = Schemas['StaffStatementOutput'];
export type LoggedComplaint = Schemas['StaffComplaintOutput'];
export type Breach = Schemas['BreachOutput'];
export type BreachBody = Schemas['BreachInputRequest'];
export type NoticeVersion = Schemas['NoticeVersionOutput'];
export type NoticeBody = Schemas['NoticeInputRequest'];
export type Outcome = Schemas['AccessAnswerInputRequest']['outcome'];

export const RECORDS = ['records'] as const;

export const askedQuery = infiniteQueryOptions({
  queryKey: [...RECORDS, 'requests'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/records/staff/access-requests/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

export type RequestBody = Schemas['RecordedRequestInputRequest'];
export type ComplaintBody = Schemas['RecordedComplaintInputRequest'];
/** How something reached the program, outside of the app. */
export type Way = RequestBody['received_how'];

/** Write down a request that did not come by the app. */
export async function recordRequest(body: RequestBody): Promise<void> {
  await api.POST('/api/v1/records/staff/access-requests/', { body });
}

/** Write down a complaint; without a person it was made without a name. */
export async function recordComplaint(body: ComplaintBody): Promise<void> {
  await api.POST('/api/v1/records/staff/complaints/written-down/', { body });
}

const MOST_CLIENTS = 200;

/** A clinician's own clients, by name. */
export const ownClientsQuery = queryOptions({
  queryKey: [...RECORDS, 'own-clients'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/caseload/', { params: { query: { sort: 'name', page_size: MOST_CLIENTS } } })).results.map(({ client: { id, name } }) => ({ id, name })),
});

export async function extendRequest({ id, reason }: { id: string; reason: string }): Promise<void> {
  await api.POST('/api/v1/records/staff/access-requests/{request_id}/extend/', { params: { path: { request_id: id } }, body: { reason } });
}

export async function answerRequest({ id, outcome, answer }: { id: string; outcome: Outcome; answer: string }): Promise<void> {
  await api.POST('/api/v1/records/staff/access-requests/{request_id}/answer/', { params: { path: { request_id: id } }, body: { outcome, answer } });
}

export const statementsOfClientsQuery = infiniteQueryOptions({
  queryKey: [...RECORDS, 'statements'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/records/staff/statements/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

export async function answerStatement({ id, accepted, answer }: { id: string; accepted: boolean; answer: string }): Promise<void> {
  await api.POST('/api/v1/records/staff/statements/{statement_id}/answer/', { params: { path: { statement_id: id } }, body: { accepted, answer } });
}

export const complaintLogQuery = infiniteQueryOptions({
  queryKey: [...RECORDS, 'complaints'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/records/staff/complaints/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

export async function answerComplaint({ id, answer }: { id: string; answer: string }): Promise<void> {
  await api.POST('/api/v1/records/staff/complaints/{complaint_id}/answer/', { params: { path: { complaint_id: id } }, body: { answer } });
}

export const breachesQuery = infiniteQueryOptions({
  queryKey: [...RECORDS, 'breaches'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/records/staff/breaches/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

/** Every version of one incident, the newest first. */
export const breachVersionsQuery = (series: string) =>
  infiniteQueryOptions({
    queryKey: [...RECORDS, 'breaches', series],
    queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/records/staff/breaches/{series}/', { params: { path: { series }, query: pageAt(pageParam) } })),
    ...PAGES,
  });

/** A new incident, or the next version of one. */
export async function writeBreach({ series, body }: { series: string | undefined; body: BreachBody }): Promise<void> {
  if (series === undefined) await api.POST('/api/v1/records/staff/breaches/', { body });
  else await api.POST('/api/v1/records/staff/breaches/{series}/', { params: { path: { series } }, body });
}

export const noticeVersionsQuery = infiniteQueryOptions({
  queryKey: [...RECORDS, 'notices'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/records/staff/notices/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

export async function publishNotice(body: NoticeBody): Promise<void> {
  await api.POST('/api/v1/records/staff/notices/', { body });
}

export const owedNoticesQuery = infiniteQueryOptions({
  queryKey: [...RECORDS, 'owed'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/records/staff/notices/owed/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

export async function noteNoticeOnPaper(client: string): Promise<void> {
  await api.POST('/api/v1/clients/{client_id}/notice/', { params: { path: { client_id: client } } });
}
