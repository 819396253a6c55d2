/** The small goal that the person set in today's check-in. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { Icon } from '../../ui/icon';

export function GoalCard({ goal }: { goal: unknown }): JSX.Element | null {
  if (typeof goal !== 'string' || goal === '') return null;
  return (
    <section class="card goal" aria-labelledby="goal-card">
      <span class="round-icon">
        <Icon name="flag" />
      </span>
      <div>
        <h2 id="goal-card" class="goal-title">
          {t.today.goalTitle}
        </h2>
        <p class="goal-words">{goal}</p>
      </div>
    </section>
  );
}
