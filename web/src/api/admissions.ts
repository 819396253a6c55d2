/** What the public pages ask of the server. Nothing here needs a sign-in, and no answer of the guide is ever sent. */
import { queryOptions } from '@tanstack/react-query';

import type { GuideTable } from '../lib/guide';
import { api, bodyOf } from './client';
import { isProblem } from './problem';
import type { components } from './schema';

type Schemas = components['schemas'];
type CallBody = Schemas['CallRequestInputRequest'];

export type BestTime = NonNullable<CallBody['best_time']>;
export type ProgramFacts = Schemas['ProgramFactsOutput'];

export interface CallRequest {
  name: string;
  phone: string;
  email: string;
  best_time: BestTime;
  language: 'en' | 'es';
  /** A box that no person sees. Only a machine fills it in. */
  website: string;
}

const AN_HOUR = 60 * 60_000;
const SECOND = 1000;

export const guideQuery = queryOptions({
  queryKey: ['guide'],
  // The table is one of the product's own files (admissions/content/guide.json).
  queryFn: async () => bodyOf(await api.GET('/api/v1/guide/')) as unknown as GuideTable,
  staleTime: AN_HOUR,
});

export const programFactsQuery = queryOptions({
  queryKey: ['program-facts'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/program-facts/')).programs,
  staleTime: AN_HOUR,
});

/** Leave to send one request: it is asked for when the form opens, and works only after a moment. */
export interface Leave {
  token: string;
  usableAt: number;
}

export async function askLeave(): Promise<Leave> {
  const { token, wait_seconds } = bodyOf(await api.GET('/api/v1/call-requests/'));
  return { token, usableAt: Date.now() + wait_seconds * SECOND };
}

/** Send a request. A form that was open for too long gets new leave and is sent once more. */
export async function requestCall(request: CallRequest, leave: Leave | undefined): Promise<void> {
  try {
    await post(request, leave ?? (await askLeave()));
  } catch (error) {
    if (!isProblem(error, 'form_expired')) throw error;
    await post(request, await askLeave());
  }
}

async function post({ phone, email, ...request }: CallRequest, { token, usableAt }: Leave): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, usableAt - Date.now())));
  const body: CallBody = { ...request, token, ...(phone !== '' && { phone }), ...(email !== '' && { email }) };
  await api.POST('/api/v1/call-requests/', { body });
}
