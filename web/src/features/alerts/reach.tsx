/** For whoever answers, on the team or told of this alert: where and through whom a client is reached, and their safety plan. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { alertPlanQuery, clientReachQuery, type ClientReach } from '../../api/case-reach';
import { isOffline } from '../../api/problem';
import { phoneHref } from '../../lib/help-lines';
import { openSteps } from '../../lib/plan-steps';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { ButtonOut } from '../../ui/button';
import { PlanReading } from '../../ui/plan/plan-reading';

export function ReachAndPlan({ alert, client }: { alert: string; client: string }): JSX.Element {
  const reach = useQuery(clientReachQuery(client));
  const plan = useQuery(alertPlanQuery(alert));
  return (
    <div class="stack-small">
      <Asked query={reach} isOffline={isOffline} lines={1}>
        {(found) => <Reached found={found} />}
      </Asked>
      <h4>{t.alerts.safetyPlan}</h4>
      <Asked query={plan} isOffline={isOffline}>
        {(found) => (found === null ? <p>{t.alerts.noSafetyPlan}</p> : <PlanReading kind="safety" steps={openSteps('safety', found.steps)} level={3} />)}
      </Asked>
    </div>
  );
}

function Reached({ found: { reach } }: { found: ClientReach }): JSX.Element {
  if (!reach) return <p>{t.alerts.reachUnknown}</p>;
  return (
    <>
      {reach.place !== '' && (
        <dl class="facts">
          <dt>{t.alerts.place}</dt>
          <dd>{reach.place}</dd>
        </dl>
      )}
      {reach.contact_phone !== '' && (
        <>
          <p>{t.alerts.contactFor(reach.contact_relationship)}</p>
          <ButtonOut href={phoneHref(reach.contact_phone)} icon="call" look="secondary" wide>
            {t.alerts.contactCall(reach.contact_name, reach.contact_phone)}
          </ButtonOut>
        </>
      )}
    </>
  );
}
