/**
 * What the screens read from the server, as queries with their keys. The cache is memory only
 * and is cleared at sign-out; what must survive without a line is in offline/.
 */
import { queryOptions } from '@tanstack/react-query';

import { language } from '../lib/strings';
import { api, bodyOf } from './client';
import type { AlertState } from './types';

const SKILLS_STALE_AFTER = 10 * 60_000;

/** What a person did with lessons; asked for again when the queue has sent something. */
export const OWN_LESSONS = ['own-lessons'] as const;

/** The keys of all that a new practice, a skip or a share may change. */
export const PRACTISED = ['practised'] as const;

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/me/')),
});

export const checkInsQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['check-ins', from, to],
    queryFn: async () => bodyOf(await api.GET('/api/v1/check-ins/', { params: { query: { from, to } } })).results,
  });

/** With what each day said before it was changed, newest first. */
export const everyCheckInQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['check-ins', 'every', from, to],
    queryFn: async () => bodyOf(await api.GET('/api/v1/check-ins/', { params: { query: { from, to, versions: 'all', page_size: 200 } } })).results,
  });

/** Each language has an address of its own, and so a place of its own on the device. */
export const skillsQuery = () =>
  queryOptions({
    queryKey: ['skills', language],
    queryFn: async () => bodyOf(await api.GET('/api/v1/skills/', { params: { query: { language } } })).results,
    staleTime: SKILLS_STALE_AFTER,
  });

export const skillQuery = (slug: string) =>
  queryOptions({
    queryKey: ['skills', language, slug],
    queryFn: async () => bodyOf(await api.GET('/api/v1/skills/{slug}/', { params: { path: { slug }, query: { language } } })),
    staleTime: SKILLS_STALE_AFTER,
  });

export const alertsQuery = (state: AlertState) =>
  queryOptions({
    queryKey: ['alerts', state],
    queryFn: async () => bodyOf(await api.GET('/api/v1/alerts/', { params: { query: { state } } })).results,
  });

/** How many notices nobody has opened yet. */
export const unreadQuery = queryOptions({
  queryKey: ['reminders', 'unread'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/reminders/count/')).unread,
});
