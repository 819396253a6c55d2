/** The way to my safety plan; and the plan itself when I chose to keep a copy on this phone. */
import type { JSX } from 'preact';

import { crisisLine, emergencyLine } from '../../lib/help-lines';
import { openSteps } from '../../lib/plan-steps';
import { t } from '../../lib/strings';
import { useSafetyCopy } from '../../offline/safety-copy';
import { ButtonLink } from '../../ui/button';
import { PlanReading } from '../../ui/plan/plan-reading';

export function OwnSafetyPlan(): JSX.Element {
  const plan = useSafetyCopy().value?.plan;
  if (!plan) {
    return (
      <ButtonLink to="/plan/safety" look="secondary" icon="plan" wide>
        {t.plan.mySafetyPlan}
      </ButtonLink>
    );
  }
  return (
    <section class="stack-small" aria-labelledby="own-safety-plan">
      <h2 id="own-safety-plan">{t.plan.mySafetyPlan}</h2>
      <details>
        <summary>{t.plan.readOffline}</summary>
        <PlanReading kind="safety" level={3} steps={openSteps('safety', plan.steps)} lines={[crisisLine(), emergencyLine()]} />
      </details>
      <ButtonLink to="/plan/safety" look="quiet" wide>
        {t.plan.openWhole}
      </ButtonLink>
    </section>
  );
}
