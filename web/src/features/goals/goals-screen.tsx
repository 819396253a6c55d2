/** My goals, in small steps. My care team sees and writes the same list. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import type { Goal } from '../../api/goals';
import { OWN } from '../../api/plans';
import { isOffline } from '../../api/problem';
import { useGoalMoves, useGoals, type GoalMoves } from '../../api/use-goals';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';
import { Button } from '../../ui/button';
import { GoalCard } from '../../ui/goals/goal-card';
import { Message } from '../../ui/message';
import { Notice } from '../../ui/notice';
import { Arranged } from './arranged';
import { GoalEditor } from './goal-editor';

export function GoalsScreen(): JSX.Element {
  const { query, open, ended } = useGoals(OWN);
  const moves = useGoalMoves(OWN);
  return (
    <div class="page stack">
      <header class="stack-small">
        <BackLink to="/plan">{t.common.plan}</BackLink>
        <h1>{t.care.goals.title}</h1>
        <p class="lead">{t.care.goals.lead}</p>
      </header>
      {moves.trouble !== undefined && (
        <Notice tone="warm" urgent>
          {moves.trouble}
        </Notice>
      )}
      <Asked query={query} isOffline={isOffline} lines={4}>
        {() => <Goals open={open} ended={ended} moves={moves} />}
      </Asked>
      <Arranged />
    </div>
  );
}

interface GoalsProps {
  open: readonly Goal[];
  ended: readonly Goal[];
  moves: GoalMoves;
}

function Goals({ open, ended, moves }: GoalsProps): JSX.Element {
  const [adding, setAdding] = useState(false);
  return (
    <>
      {open.length === 0 && !adding && <Message level={2} icon="star" title={t.care.goals.none} body={t.care.goals.noneBody} />}
      {open.map((goal) => (
        <OpenGoal key={goal.id} goal={goal} moves={moves} />
      ))}
      {adding ? (
        <GoalEditor goal={undefined} onClose={() => setAdding(false)} />
      ) : (
        <div>
          <Button icon="plus" onClick={() => setAdding(true)}>
            {t.care.goals.add}
          </Button>
        </div>
      )}
      {ended.length > 0 && <EndedGoals goals={ended} moves={moves} />}
    </>
  );
}

function OpenGoal({ goal, moves }: { goal: Goal; moves: GoalMoves }): JSX.Element {
  const [editing, setEditing] = useState(false);
  if (editing) return <GoalEditor goal={goal} onClose={() => setEditing(false)} />;
  return (
    <GoalCard {...cardOf(goal, moves)}>
      <div class="row">
        <Button look="secondary" icon="check" busy={moves.busy} onClick={() => moves.move({ do: 'end', goal: goal.id, end: 'reached' })}>
          {t.care.goals.reached}
        </Button>
        <Button look="quiet" icon="edit" label={t.care.goals.editNamed(goal.title)} onClick={() => setEditing(true)}>
          {t.care.goals.edit}
        </Button>
        <Button look="quiet" onClick={() => moves.move({ do: 'end', goal: goal.id, end: 'set_aside' })}>
          {t.care.goals.setAside}
        </Button>
      </div>
    </GoalCard>
  );
}

function EndedGoals({ goals, moves }: { goals: readonly Goal[]; moves: GoalMoves }): JSX.Element {
  return (
    <details>
      <summary>{t.care.goals.ended}</summary>
      <div class="stack-small">
        {goals.map((goal) => (
          <GoalCard key={goal.id} {...cardOf(goal, moves)}>
            {goal.end === 'reached' && <p>{t.care.goals.reachedKind}</p>}
            <div>
              <Button look="quiet" onClick={() => moves.move({ do: 'reopen', goal: goal.id })}>
                {t.care.goals.reopen}
              </Button>
            </div>
          </GoalCard>
        ))}
      </div>
    </details>
  );
}

const cardOf = (goal: Goal, { move, busy }: GoalMoves) => ({
  goal,
  busy,
  onTick: (step: string, done: boolean) => move({ do: 'tick', step, done }),
  onAddStep: (text: string, onDone: () => void) => move({ do: 'add-step', goal: goal.id, text }, onDone),
  onRemoveStep: (step: string) => move({ do: 'remove-step', step }),
});
