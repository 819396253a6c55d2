/** What a clinician does with an alert, what happened since they last looked, and when their digest comes. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import { isProblem } from './problem';
import type { components } from './schema';
import type { Alert, Resolution } from './types';

type Schemas = components['schemas'];

export type Changes = Schemas['ChangesOutput'];
export type Digest = Schemas['DigestOutput'];
export type Answered = Schemas['AlertOutput'];
export type Story = Schemas['StoryOutput'];

export type Move =
  | { do: 'acknowledge'; alert: Alert }
  | { do: 'undo'; alert: Answered }
  | { do: 'assign'; alert: Alert; person: string }
  | { do: 'lower'; alert: Alert; reason: string }
  | { do: 'reopen'; alert: Alert; reason: string }
  | { do: 'resolve'; alert: Alert; resolution: Resolution };

export async function moveAlert(move: Move): Promise<Answered> {
  const params = { path: { alert_id: move.alert.id } };
  switch (move.do) {
    case 'acknowledge':
      return bodyOf(await api.POST('/api/v1/alerts/{alert_id}/acknowledge/', { params, body: { tier: move.alert.tier } }));
    case 'undo':
      return bodyOf(await api.POST('/api/v1/alerts/{alert_id}/undo/', { params }));
    case 'assign':
      return bodyOf(await api.POST('/api/v1/alerts/{alert_id}/assign/', { params, body: { person: move.person } }));
    case 'lower':
      return bodyOf(await api.POST('/api/v1/alerts/{alert_id}/lower/', { params, body: { reason: move.reason } }));
    case 'reopen':
      return bodyOf(await api.POST('/api/v1/alerts/{alert_id}/reopen/', { params, body: { reason: move.reason } }));
    case 'resolve':
      return bodyOf(await api.POST('/api/v1/alerts/{alert_id}/resolve/', { params, body: move.resolution }));
  }
}

/** Who may have an alert in hand: the client's team of today. */
export const handsQuery = (alert: string) =>
  queryOptions({
    queryKey: ['alert-hands', alert],
    queryFn: async () => bodyOf(await api.GET('/api/v1/alerts/{alert_id}/hands/', { params: { path: { alert_id: alert } } })),
  });

/** How far somebody has heard of changes, and the mark of that answer. */
export interface Heard {
  cursor: string;
  mark: string | null;
}

const NOTHING_NEW = 304;
const BAD_CURSOR = 400;

export interface News {
  heard: Heard | undefined;
  /** Undefined when nothing is new. */
  changes: Changes | undefined;
}

/** What is new since then; nothing new keeps the place. A place the server does not know begins again. */
export async function changesSince(heard: Heard | undefined): Promise<News> {
  try {
    return await askForChanges(heard);
  } catch (error) {
    const status = isProblem(error) ? error.status : undefined;
    if (status === NOTHING_NEW) return { heard, changes: undefined };
    if (status === BAD_CURSOR && heard) return askForChanges(undefined);
    throw error;
  }
}

async function askForChanges(heard: Heard | undefined): Promise<News> {
  const answer = await api.GET('/api/v1/alerts/changes/', {
    params: { query: heard ? { since: heard.cursor } : {} },
    headers: { ...(heard?.mark && { 'If-None-Match': heard.mark }) },
  });
  const changes = bodyOf(answer as Parameters<typeof bodyOf<Changes>>[0]);
  return { heard: { cursor: changes.cursor, mark: answer.response.headers.get('ETag') }, changes };
}

export const digestQuery = queryOptions({
  queryKey: ['digest'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/me/digest/')),
});

export async function chooseDigest(body: Digest): Promise<Digest> {
  return bodyOf(await api.PUT('/api/v1/me/digest/', { body }));
}
