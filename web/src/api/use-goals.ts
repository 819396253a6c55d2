/** The goals of one person, and every move on them; each move asks the server anew. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { goalsQuery, moveGoal, saveGoal, type Goal, type GoalBody, type GoalMove } from './goals';
import type { Whose } from './plans';
import { sentenceOf } from './trouble';

export interface GoalMoves {
  move: (move: GoalMove, onDone?: () => void) => void;
  busy: boolean;
  /** Why the last move did not work. */
  trouble: string | undefined;
}

export function useGoals(whose: Whose) {
  const query = useQuery(goalsQuery(whose));
  const goals = query.data ?? [];
  return { query, open: goals.filter(({ ended_at }) => ended_at === null), ended: goals.filter(({ ended_at }) => ended_at !== null) };
}

export function useGoalMoves(whose: Whose): GoalMoves {
  const queries = useQueryClient();
  const moving = useMutation({
    mutationFn: moveGoal,
    onSettled: () => queries.invalidateQueries({ queryKey: goalsQuery(whose).queryKey }),
  });
  return {
    move: (move, onDone) => moving.mutate(move, { onSuccess: () => onDone?.() }),
    busy: moving.isPending,
    trouble: moving.error ? sentenceOf(moving.error) : undefined,
  };
}

export function useGoalSaving(whose: Whose, goal: Goal | undefined, onSaved: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: GoalBody) => saveGoal(whose, goal?.id, body),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: goalsQuery(whose).queryKey });
      onSaved();
    },
  });
}
