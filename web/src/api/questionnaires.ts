/** The questionnaires that a client is asked, and their forms. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import { PAGES, pageAt } from './page';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Due = Schemas['DueOutput'];
export type Form = Schemas['QuestionnaireFormOutput'];
export type ResponseBody = Schemas['ResponseInputRequest'];
export type PartBody = Schemas['DraftInputRequest'];
export type FollowUpBody = Schemas['FollowUpInputRequest'];

export const dueQuery = queryOptions({
  queryKey: ['questionnaires', 'due'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/questionnaires/due/')).results,
});

export const formQuery = (questionnaire: string) =>
  queryOptions({
    queryKey: ['questionnaires', 'form', questionnaire],
    queryFn: async () => bodyOf(await api.GET('/api/v1/questionnaires/{questionnaire_id}/form/', { params: { path: { questionnaire_id: questionnaire } } })),
    // A version never changes.
    staleTime: Infinity,
  });

export type OwnResponse = Schemas['OwnResponseOutput'];

/** What one answered before, the newest first. */
export const ownResponsesQuery = infiniteQueryOptions({
  queryKey: ['questionnaires', 'answered'],
  queryFn: async ({ pageParam }) => bodyOf(await api.GET('/api/v1/questionnaire-responses/', { params: { query: pageAt(pageParam) } })),
  ...PAGES,
});
