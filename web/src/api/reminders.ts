/** What I am reminded of and how, what I was told, what became of each reminder, and where I can be reached. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import { PAGES, pageAt } from './page';
import type { Whose } from './plans';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Preferences = Schemas['PreferencesOutput'];
export type KindSetting = Schemas['KindOutput'];
export type Channel = Preferences['channels'][number];
export type Notice = Schemas['ReminderOutput'];
export type LedgerRow = Schemas['LedgerOutput'];
export type ContactPoint = Schemas['ContactPointOutput'];

export const preferencesQuery = queryOptions({
  queryKey: ['reminders', 'preferences'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/reminders/preferences/')),
});

/** The whole of one's wishes is sent each time; the server answers with what now holds. */
export async function savePreferences({ channels, tone, language, quiet_from_minute, quiet_until_minute, kinds }: Preferences): Promise<Preferences> {
  const wishes = kinds.map(({ kind, on, times, leads }) => ({ kind, on, times, leads }));
  const body = { channels, tone, language: language as '' | 'en' | 'es', quiet_from_minute, quiet_until_minute, kinds: wishes };
  return bodyOf(await api.PUT('/api/v1/reminders/preferences/', { body }));
}

export async function pauseReminders(until: string | null): Promise<Preferences> {
  return bodyOf(await api.POST('/api/v1/reminders/pause/', { body: { until } }));
}

export const noticesQuery = infiniteQueryOptions({
  queryKey: ['reminders', 'notices'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/reminders/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

/** Up to a day, newest first. */
export const ledgerQuery = (whose: Whose, to: string) =>
  infiniteQueryOptions({
    queryKey: ['reminders', 'ledger', whose.own ? 'own' : whose.client, to],
    queryFn: ({ pageParam }) => readLedger(whose, to, pageParam),
    ...PAGES,
  });

async function readLedger(whose: Whose, to: string, cursor: string | undefined): Promise<Schemas['PaginatedLedgerOutputList']> {
  const query = { to, ...pageAt(cursor) };
  if (whose.own) return bodyOf(await api.GET('/api/v1/reminders/ledger/', { params: { query } }));
  return bodyOf(await api.GET('/api/v1/clients/{client_id}/reminders/', { params: { path: { client_id: whose.client }, query } }));
}

export async function openNotice(id: string): Promise<void> {
  await api.POST('/api/v1/reminders/{reminder_id}/open/', { params: { path: { reminder_id: id } } });
}

export async function finishNotice(id: string): Promise<void> {
  await api.POST('/api/v1/reminders/{reminder_id}/done/', { params: { path: { reminder_id: id } } });
}

export const contactPointsQuery = queryOptions({
  queryKey: ['contact-points'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/contact-points/')).results,
});

/** What a browser needs to subscribe; empty when this program sends no notes. */
export const readPushKey = async (): Promise<string> => bodyOf(await api.GET('/api/v1/contact-points/push/')).push_key;

export const pushKeyQuery = queryOptions({ queryKey: ['push-key'], queryFn: readPushKey, staleTime: Infinity });

export async function addDevice(body: Schemas['PushInputRequest']): Promise<ContactPoint> {
  return bodyOf(await api.POST('/api/v1/contact-points/push/', { body }));
}

export async function addPhone(number: string): Promise<ContactPoint> {
  return bodyOf(await api.POST('/api/v1/contact-points/phone/', { body: { number } }));
}

export async function confirmPhone(point: string, code: string): Promise<Schemas['ConfirmationOutput']> {
  return bodyOf(await api.POST('/api/v1/contact-points/{point_id}/confirm/', { params: { path: { point_id: point } }, body: { code } }));
}

export async function tryContactPoint(point: string): Promise<ContactPoint> {
  return bodyOf(await api.POST('/api/v1/contact-points/{point_id}/test/', { params: { path: { point_id: point } } }));
}

export async function removeContactPoint(point: string): Promise<void> {
  await api.DELETE('/api/v1/contact-points/{point_id}/', { params: { path: { point_id: point } } });
}
