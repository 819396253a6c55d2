/** A client's goals in small steps; the client writes the same list. */
import './record.css';

import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import type { Goal } from '../../api/goals';
import type { Whose } from '../../api/plans';
import { isOffline } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { useGoalMoves, useGoals, useGoalSaving, type GoalMoves } from '../../api/use-goals';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { GoalCard } from '../../ui/goals/goal-card';
import { goalBody, GoalFields, goalForm } from '../../ui/goals/goal-fields';
import { Message } from '../../ui/message';
import { Notice } from '../../ui/notice';
import { SmallForm } from '../../ui/small-form';

export function GoalsTab({ client }: { client: string }): JSX.Element {
  const whose: Whose = { own: false, client };
  const { query, open, ended } = useGoals(whose);
  const moves = useGoalMoves(whose);
  return (
    <div class="stack">
      <p class="soft">{t.record.goals.lead}</p>
      {moves.trouble !== undefined && (
        <Notice tone="warm" urgent>
          {moves.trouble}
        </Notice>
      )}
      <Asked query={query} isOffline={isOffline} lines={4}>
        {() => <Goals whose={whose} open={open} ended={ended} moves={moves} />}
      </Asked>
    </div>
  );
}

interface GoalsProps {
  whose: Whose;
  open: readonly Goal[];
  ended: readonly Goal[];
  moves: GoalMoves;
}

function Goals({ whose, open, ended, moves }: GoalsProps): JSX.Element {
  const [adding, setAdding] = useState(false);
  return (
    <>
      {open.length === 0 && !adding && <Message level={2} icon="star" title={t.record.goals.none} body={t.record.goals.noneBody} />}
      {open.length > 0 && (
        <div class="record-cards">
          {open.map((goal) => (
            <OpenGoal key={goal.id} whose={whose} goal={goal} moves={moves} />
          ))}
        </div>
      )}
      {adding ? (
        <Editor whose={whose} goal={undefined} onClose={() => setAdding(false)} />
      ) : (
        <div>
          <Button icon="plus" onClick={() => setAdding(true)}>
            {t.care.goals.add}
          </Button>
        </div>
      )}
      {ended.length > 0 && (
        <details>
          <summary>{t.care.goals.ended}</summary>
          <div class="stack-small">
            {ended.map((goal) => (
              <GoalCard key={goal.id} {...cardOf(goal, moves)}>
                <div>
                  <Button look="quiet" onClick={() => moves.move({ do: 'reopen', goal: goal.id })}>
                    {t.care.goals.reopen}
                  </Button>
                </div>
              </GoalCard>
            ))}
          </div>
        </details>
      )}
    </>
  );
}

function OpenGoal({ whose, goal, moves }: { whose: Whose; goal: Goal; moves: GoalMoves }): JSX.Element {
  const [editing, setEditing] = useState(false);
  if (editing) return <Editor whose={whose} goal={goal} onClose={() => setEditing(false)} />;
  return (
    <GoalCard {...cardOf(goal, moves)}>
      <div class="row">
        <Button look="secondary" icon="check" busy={moves.busy} onClick={() => moves.move({ do: 'end', goal: goal.id, end: 'reached' })}>
          {t.record.goals.reached}
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

function Editor({ whose, goal, onClose }: { whose: Whose; goal: Goal | undefined; onClose: () => void }): JSX.Element {
  const [form, setForm] = useState(() => goalForm(goal));
  const [checked, setChecked] = useState(false);
  const saving = useGoalSaving(whose, goal, onClose);
  const save = (): void => {
    setChecked(true);
    if (form.title.trim() !== '') saving.mutate(goalBody(form));
  };
  return (
    <SmallForm save={t.care.goals.save} busy={saving.isPending} trouble={saving.error ? sentenceOf(saving.error) : undefined} onSave={save} onClose={onClose}>
      <h2>{goal ? t.care.goals.editNamed(goal.title) : t.care.goals.add}</h2>
      <GoalFields form={form} checked={checked} onChange={setForm} />
    </SmallForm>
  );
}

const cardOf = (goal: Goal, { move, busy }: GoalMoves) => ({
  goal,
  busy,
  onTick: (step: string, done: boolean) => move({ do: 'tick', step, done }),
  onAddStep: (text: string, onDone: () => void) => move({ do: 'add-step', goal: goal.id, text }, onDone),
  onRemoveStep: (step: string) => move({ do: 'remove-step', step }),
});
