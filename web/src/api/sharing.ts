/** What a client shares, with whom and until when: consents, their changes, what was seen, and restrictions. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { language, type LanguageCode } from '../lib/strings';
import { api, bodyOf } from './client';
import { PAGES, pageAt } from './page';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Consent = Schemas['ConsentOutput'];
export type ConsentDetail = Schemas['ConsentDetailOutput'];
export type Category = Consent['categories'][number];
export type CategoryWords = Schemas['CategoryWordsOutput'];
export type Pressure = Schemas['PressureOutput'];
export type ConsentDraft = Schemas['ConsentDraftOutput'];
export type Signed = Schemas['SignedOutput'];
export type Disclosure = Schemas['DisclosureOutput'];
export type Restriction = Schemas['RestrictionOutput'];
export type RestrictionBody = Schemas['RestrictionInputRequest'];
export type SharedCardSent = Schemas['SharedCardOutput'];

/** Everything about what a client shares; after a change all of it is asked for anew. */
export const SHARING = ['sharing'] as const;
/** Words that only come with a new version of the app's server. */
const WORDS_STALE_AFTER = Infinity;
/** A preview is of this moment, and stays nowhere. */
const NEVER_REUSED = { staleTime: 0, gcTime: 0 } as const;

/** On a person's own page; the accounting has them all. */
const LOOKS_AT_ONCE = 5;

const consentAt = (id: string) => ({ params: { path: { consent_id: id } } });

export const consentsQuery = infiniteQueryOptions({
  queryKey: [...SHARING, 'consents'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/consents/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

export const consentQuery = (id: string) =>
  queryOptions({
    queryKey: [...SHARING, 'consent', id],
    queryFn: async () => bodyOf(await api.GET('/api/v1/consents/{consent_id}/', consentAt(id))),
  });

export const categoriesQuery = queryOptions({
  queryKey: ['sharing-words'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/consents/categories/', { params: { query: { language } } })).categories,
  staleTime: WORDS_STALE_AFTER,
});

/** Asked for with every step, whether or not it is opened: so nothing tells that it was. */
export const pressureQuery = queryOptions({
  queryKey: ['sharing-pressure'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/consents/pressure-help/', { params: { query: { language } } })),
  staleTime: WORDS_STALE_AFTER,
});

/** What one switch would show, with today's data; nothing is signed for it. */
export const switchPreviewQuery = (category: Category) =>
  queryOptions({
    queryKey: [...SHARING, 'switch', category],
    queryFn: async () => bodyOf(await api.GET('/api/v1/consents/preview/', { params: { query: { category: [category] } } })),
    ...NEVER_REUSED,
  });

/** The very answer that this person gets. */
export const previewQuery = (id: string) =>
  queryOptions({
    queryKey: [...SHARING, 'preview', id],
    queryFn: async () => bodyOf(await api.GET('/api/v1/consents/{consent_id}/preview/', consentAt(id))),
    ...NEVER_REUSED,
  });

export const looksQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: [...SHARING, 'looks', id],
    queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/consents/{consent_id}/disclosures/', { params: { path: { consent_id: id }, query: { page_size: LOOKS_AT_ONCE, ...pageAt(pageParam) } } })),
    ...PAGES,
  });

/** When they last looked, if ever. */
export const lastLookQuery = (id: string) =>
  queryOptions({
    queryKey: [...SHARING, 'last-look', id],
    queryFn: async () =>
      bodyOf(await api.GET('/api/v1/consents/{consent_id}/disclosures/', { params: { path: { consent_id: id }, query: { page_size: 1 } } })).results[0]?.disclosed_at ?? null,
  });

export const accountingQuery = infiniteQueryOptions({
  queryKey: [...SHARING, 'accounting'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/consents/accounting/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

export const restrictionsQuery = infiniteQueryOptions({
  queryKey: [...SHARING, 'restrictions'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/restrictions/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});

/** Where the signed paper lies, as a file to keep. */
export const copyOf = (id: string): string => `/api/v1/consents/${id}/copy/`;

/** What a consent is to say. A new one also says who; a change keeps the person. */
export interface Terms {
  id: string | undefined;
  name: string;
  email: string;
  relationship: string;
  categories: Category[];
  purpose: string;
  expires_on: string | null;
}

export interface Signature {
  text_digest: string;
  confirmed_again: Category[];
  /** One of the two proves who signs; with neither, a passkey that was shown a moment before. */
  password?: string;
  code?: string;
}

const shareOf = ({ relationship, categories, purpose, expires_on }: Terms) => ({ relationship, categories, purpose, expires_on, language });

/** The exact text that would be signed. */
export async function draftText(terms: Terms): Promise<ConsentDraft> {
  const body = shareOf(terms);
  if (terms.id !== undefined) return bodyOf(await api.POST('/api/v1/consents/{consent_id}/preview-text/', { ...consentAt(terms.id), body }));
  return bodyOf(await api.POST('/api/v1/consents/preview-text/', { body: { ...body, name: terms.name, email: terms.email } }));
}

export interface SignedSharing {
  consent: Consent;
  /** The code of a new one; a change has none. */
  code?: string;
}

export interface Signing {
  terms: Terms;
  signature: Signature;
  /** In which language to ask the person; the paper is in the client's own. */
  asked: LanguageCode;
}

/** Sign it. A new sharing answers with the code that the client tells the person; a change has none. */
export async function signConsent({ terms, signature, asked }: Signing): Promise<SignedSharing> {
  const { confirmed_again: again, ...proof } = signature;
  const body = { ...shareOf(terms), ...proof, confirmed_again: again as Schemas['AmendInputRequest']['confirmed_again'] & {}, adult: true };
  if (terms.id !== undefined) return { consent: bodyOf(await api.POST('/api/v1/consents/{consent_id}/amend/', { ...consentAt(terms.id), body })) };
  return bodyOf(await api.POST('/api/v1/consents/', { body: { ...body, name: terms.name, email: terms.email, invitation_language: asked } }));
}

export type SharingMove =
  | { do: 'revoke'; id: string }
  | { do: 'pause'; id: string; until: string | null }
  | { do: 'resume'; id: string }
  | { do: 'narrow'; id: string; remove: Category }
  | { do: 'withdraw'; id: string };

/** Any version's id will do; the answer is the newest. */
export async function moveSharing(move: SharingMove): Promise<Consent> {
  const at = consentAt(move.id);
  switch (move.do) {
    case 'revoke':
      return bodyOf(await api.POST('/api/v1/consents/{consent_id}/revoke/', at));
    case 'pause':
      return bodyOf(await api.POST('/api/v1/consents/{consent_id}/pause/', { ...at, body: { until: move.until } }));
    case 'resume':
      return bodyOf(await api.POST('/api/v1/consents/{consent_id}/resume/', at));
    case 'narrow':
      return bodyOf(await api.POST('/api/v1/consents/{consent_id}/narrow/', { ...at, body: { remove: [move.remove] } }));
    case 'withdraw':
      return bodyOf(await api.POST('/api/v1/consents/{consent_id}/withdraw-invitation/', at));
  }
}

/** Another invitation; a link that went out before no longer works. */
export async function inviteAgain({ id, asked }: { id: string; asked: LanguageCode }): Promise<Signed> {
  return bodyOf(await api.POST('/api/v1/consents/{consent_id}/invite/', { ...consentAt(id), body: { language: asked } }));
}

export const supportWordsQuery = (id: string) =>
  queryOptions({
    queryKey: [...SHARING, 'support-words', id],
    queryFn: async () => bodyOf(await api.GET('/api/v1/consents/{consent_id}/support-words/', consentAt(id))).words,
  });

export async function saveSupportWords({ id, words }: { id: string; words: string }): Promise<void> {
  await api.PUT('/api/v1/consents/{consent_id}/support-words/', { ...consentAt(id), body: { words } });
}

export async function askRestriction(body: RestrictionBody): Promise<void> {
  await api.POST('/api/v1/restrictions/', { body });
}

export async function liftRestriction(id: string): Promise<void> {
  await api.POST('/api/v1/restrictions/{restriction_id}/lift/', { params: { path: { restriction_id: id } } });
}
