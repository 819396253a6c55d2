/** Which of my own goals today's small goal belongs to. Nothing is asked of those who keep none. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { goalOfDayPath, goalOfDayQuery, type GoalLink } from '../../api/goal-of-day';
import { goalsQuery, type Goal } from '../../api/goals';
import { OWN } from '../../api/plans';
import { t } from '../../lib/strings';
import { useDevice, useOutbox } from '../../offline/device';
import { linkGoal } from '../../offline/moments';
import type { Work } from '../../offline/queue';
import { Button } from '../../ui/button';
import { PickGoal, pickable, type PickedGoal } from '../../ui/goals/pick-goal';

export function GoalLinkEntry({ on }: { on: string }): JSX.Element | null {
  const { goals, link, choose } = useGoalLink(on);
  const [picking, setPicking] = useState(false);
  const words = t.care.goals.ofToday;
  const title = titleOf(goals, link);
  if (pickable(goals).length === 0) return null;
  const pick = (picked: GoalLink): void => {
    setPicking(false);
    choose(picked);
  };
  if (picking) return <Picking goals={goals} link={link} linked={title !== undefined} onPick={pick} onClose={() => setPicking(false)} />;
  return (
    <div class="row">
      {title !== undefined && <p role="status">{words.partOf(title)}</p>}
      <Button look="quiet" label={title === undefined ? words.ask : words.change} onClick={() => setPicking(true)}>
        {title === undefined ? words.ask : t.today.goalChange}
      </Button>
    </div>
  );
}

/** What was chosen last: here and still unsent, here and received, or what the server knew before. */
function useGoalLink(on: string): { goals: readonly Goal[]; link: GoalLink; choose: (link: GoalLink) => void } {
  const { outbox } = useDevice();
  const { work } = useOutbox();
  const [sent, setSent] = useState<GoalLink>();
  const goals = useQuery(goalsQuery(OWN)).data ?? [];
  const told = useQuery(goalOfDayQuery(on)).data;
  const choose = (link: GoalLink): void => {
    setSent(link);
    void linkGoal(outbox, on, link);
  };
  return { goals, link: unsentLink(work, on) ?? sent ?? told ?? {}, choose };
}

interface PickingProps {
  goals: readonly Goal[];
  link: GoalLink;
  linked: boolean;
  onPick: (link: GoalLink) => void;
  onClose: () => void;
}

function Picking({ goals, link, linked, onPick, onClose }: PickingProps): JSX.Element {
  const words = t.care.goals.ofToday;
  return (
    <div class="stack-small">
      <PickGoal legend={words.ask} goals={goals} picked={pickedOf(link)} onPick={({ goal_id, step_id }) => onPick({ goal_id, step_id })} />
      <div class="row">
        {linked && (
          <Button look="quiet" onClick={() => onPick({ goal_id: null, step_id: null })}>
            {words.none}
          </Button>
        )}
        <Button look="quiet" onClick={onClose}>
          {t.common.cancel}
        </Button>
      </div>
    </div>
  );
}

const pickedOf = ({ goal_id: goal, step_id: step }: GoalLink): Pick<PickedGoal, 'goal_id' | 'step_id'> | undefined => (goal ? { goal_id: goal, step_id: step ?? null } : undefined);

const titleOf = (goals: readonly Goal[], { goal_id: id }: GoalLink): string | undefined => goals.find((goal) => goal.id === id)?.title;

function unsentLink(work: readonly Work[], on: string): GoalLink | undefined {
  return work.filter(({ path, state }) => state === 'waiting' && path === goalOfDayPath(on)).at(-1)?.body;
}
