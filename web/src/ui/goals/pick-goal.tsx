/** One of a person's own goals, or an open step of one, for the small goal of a day. */
import type { JSX } from 'preact';

import { Choices } from '../choices';

interface OwnGoal {
  id: string;
  title: string;
  ended_at: string | null;
  steps: readonly { id: string; text: string; done_at: string | null }[];
}

/** What was picked, and the words of it. */
export interface PickedGoal {
  goal_id: string;
  step_id: string | null;
  text: string;
}

/** Every goal that is not over, each followed by its steps that are still to do. */
export const pickable = (goals: readonly OwnGoal[]): (PickedGoal & { label: string })[] =>
  goals
    .filter(({ ended_at }) => ended_at === null)
    .flatMap(({ id, title, steps }) => [
      { goal_id: id, step_id: null, text: title, label: title },
      ...steps.filter(({ done_at }) => done_at === null).map((step) => ({ goal_id: id, step_id: step.id, text: step.text, label: `${step.text} (${title})` })),
    ]);

const nameOf = ({ goal_id: goal, step_id: step }: Pick<PickedGoal, 'goal_id' | 'step_id'>): string => `${goal} ${step ?? ''}`;

interface PickGoalProps {
  legend: string;
  goals: readonly OwnGoal[];
  picked: Pick<PickedGoal, 'goal_id' | 'step_id'> | undefined;
  onPick: (picked: PickedGoal) => void;
}

export function PickGoal({ legend, goals, picked, onPick }: PickGoalProps): JSX.Element {
  const all = pickable(goals);
  const pick = (name: string): void => {
    const found = all.find((one) => nameOf(one) === name);
    if (found) onPick({ goal_id: found.goal_id, step_id: found.step_id, text: found.text });
  };
  return <Choices legend={legend} quietLegend choices={all.map((one) => ({ value: nameOf(one), label: one.label }))} value={picked && nameOf(picked)} onChange={pick} />;
}
