/** A goal or step of one's own as the small goal of the day. Known on the device, so it needs no line. */
import type { JSX } from 'preact';

import { goalsQuery } from '../../api/goals';
import { OWN } from '../../api/plans';
import { t } from '../../lib/strings';
import { useKeptQuery } from '../../offline/use-kept-query';
import { PickGoal, pickable } from '../../ui/goals/pick-goal';
import type { Answers } from './answers';

interface FromMyGoalsProps {
  answers: Answers;
  onAnswer: (answers: Answers) => void;
}

export function FromMyGoals({ answers: { goal, link }, onAnswer }: FromMyGoalsProps): JSX.Element | null {
  const goals = useKeptQuery('own-goals', goalsQuery(OWN)).data ?? [];
  if (pickable(goals).length === 0) return null;
  return (
    <details>
      <summary>{t.checkIn.fromGoals}</summary>
      <PickGoal legend={t.checkIn.fromGoals} goals={goals} picked={link?.text === goal?.trim() ? link : undefined} onPick={(picked) => onAnswer({ goal: picked.text, link: picked })} />
    </details>
  );
}
