/** What a person's own check-in asks, as the server says; and their personal items. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type CheckInForm = Schemas['FormOutput'];
export type PersonalItem = Schemas['PersonalItemOutput'];
export type ItemAnswer = Schemas['ItemAnswerInputRequest'];

export const checkInFormQuery = queryOptions({
  queryKey: ['check-in-form'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/check-in-form/')),
});

/** Every version of each of one's own items, those that are over too. */
export const ownItemsQuery = queryOptions({
  queryKey: ['personal-items', 'own'],
  queryFn: async () => bodyOf(await api.GET('/api/v1/personal-items/', { params: { query: { state: 'all' } } })).results,
});
