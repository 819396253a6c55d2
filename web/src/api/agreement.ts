/** Who reads what a client writes, and when: the words, and that they were read. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { components } from './schema';

export type Agreement = components['schemas']['AgreementOutput'];

export const AGREEMENT = ['agreement'] as const;

export const agreementQuery = queryOptions({
  queryKey: AGREEMENT,
  queryFn: async () => bodyOf(await api.GET('/api/v1/me/agreements/')),
});

/** The version that was read; words that changed meanwhile are refused. */
export async function accept(version: string): Promise<Agreement> {
  return bodyOf(await api.POST('/api/v1/me/agreements/', { body: { version, accepted: true } }));
}
