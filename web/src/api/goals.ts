/** Goals with their steps: one's own, or those of a client whom one looks after. Both sides may write. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { Whose } from './plans';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Goal = Schemas['GoalOutput'];
export type GoalBody = Schemas['GoalInputRequest'];
export type GoalEnd = Schemas['EndGoalInputRequest']['end'];

export const goalsQuery = (whose: Whose) =>
  queryOptions({
    queryKey: ['goals', whose.own ? 'own' : whose.client],
    queryFn: () => readGoals(whose),
  });

async function readGoals(whose: Whose): Promise<Goal[]> {
  const query = { state: 'all', page_size: 100 } as const;
  if (whose.own) return bodyOf(await api.GET('/api/v1/goals/', { params: { query } })).results;
  return bodyOf(await api.GET('/api/v1/clients/{client_id}/goals/', { params: { path: { client_id: whose.client }, query } })).results;
}

const goalAt = (id: string) => ({ params: { path: { goal_id: id } } });
const stepAt = (id: string) => ({ params: { path: { step_id: id } } });

/** Begin a goal, or change what one says. */
export async function saveGoal(whose: Whose, id: string | undefined, body: GoalBody): Promise<void> {
  if (id !== undefined) await api.PUT('/api/v1/goals/{goal_id}/', { ...goalAt(id), body });
  else if (whose.own) await api.POST('/api/v1/goals/', { body });
  else await api.POST('/api/v1/clients/{client_id}/goals/', { params: { path: { client_id: whose.client } }, body });
}

/** One move on a goal or on a step of it. */
export type GoalMove =
  | { do: 'end'; goal: string; end: GoalEnd }
  | { do: 'reopen'; goal: string }
  | { do: 'add-step'; goal: string; text: string }
  | { do: 'tick'; step: string; done: boolean }
  | { do: 'remove-step'; step: string };

export async function moveGoal(move: GoalMove): Promise<void> {
  switch (move.do) {
    case 'end':
      await api.POST('/api/v1/goals/{goal_id}/end/', { ...goalAt(move.goal), body: { end: move.end } });
      return;
    case 'reopen':
      await api.POST('/api/v1/goals/{goal_id}/reopen/', goalAt(move.goal));
      return;
    case 'add-step':
      await api.POST('/api/v1/goals/{goal_id}/steps/', { ...goalAt(move.goal), body: { text: move.text } });
      return;
    case 'tick':
      await api.PUT('/api/v1/goal-steps/{step_id}/', { ...stepAt(move.step), body: { done: move.done } });
      return;
    case 'remove-step':
      await api.DELETE('/api/v1/goal-steps/{step_id}/', stepAt(move.step));
  }
}
