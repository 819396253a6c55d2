/** My goals, each with a switch: on, a copy of its words of that day can be read by those who may see goals. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { BETWEEN, hideGoal, sharedGoalsQuery, showGoal, type SharedGoal } from '../../api/between';
import { goalsQuery, type Goal } from '../../api/goals';
import { isOffline } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button, ButtonLink } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Switch } from '../../ui/switch';

export function ShownGoals(): JSX.Element {
  const goals = useQuery(goalsQuery({ own: true }));
  const shown = useInfiniteQuery(sharedGoalsQuery).data?.pages.flatMap(({ results }) => results) ?? [];
  return (
    <section class="card stack-small" aria-labelledby="shown-goals">
      <h2 id="shown-goals">{t.between.goals}</h2>
      <p class="soft">{t.between.goalsLead}</p>
      <Asked query={goals} isOffline={isOffline} offlineBody={t.between.offlineBody}>
        {(mine) => (
          <>
            {mine.length === 0 && <p>{t.between.goalsNone}</p>}
            {mine.map((goal) => (
              <OneGoal key={goal.id} goal={goal} shown={shown.find(({ goal_id: id }) => id === goal.id)} />
            ))}
          </>
        )}
      </Asked>
      <div>
        <ButtonLink to="/plan/goals" look="quiet" icon="flag">
          {t.between.toGoals}
        </ButtonLink>
      </div>
    </section>
  );
}

function OneGoal({ goal: { id, title }, shown }: { goal: Goal; shown: SharedGoal | undefined }): JSX.Element {
  const showing = useSending(showGoal, [BETWEEN]);
  const hiding = useSending(hideGoal, [BETWEEN]);
  const busy = showing.isPending || hiding.isPending;
  const error = showing.error ?? hiding.error;
  const set = (on: boolean): void => {
    if (on) showing.mutate(id);
    else if (shown) hiding.mutate(shown.id);
  };
  return (
    <div class="stack-small">
      <Switch label={title} on={shown !== undefined} meaning={shown ? t.between.goalOn : t.between.goalOff} busy={busy} onChange={set} />
      {shown && shown.title !== title && (
        <div class="row">
          <p class="soft small">{t.between.goalChanged}</p>
          <Button look="quiet" busy={busy} onClick={() => showing.mutate(id)}>
            {t.between.goalAgain}
          </Button>
        </div>
      )}
      {error && (
        <Notice tone="warm" urgent>
          {sentenceOf(error)}
        </Notice>
      )}
    </div>
  );
}
