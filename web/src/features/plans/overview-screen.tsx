/** My plan: the plans I sign, goals, medications, the people I can turn to, and the diary card. */
import './plans.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { isOffline } from '../../api/problem';
import { OWN, planQuery, supportPeopleQuery, type Plan } from '../../api/plans';
import type { PlanKind } from '../../lib/plan-steps';
import { t } from '../../lib/strings';
import { useFreshSafetyCopy } from '../../offline/safety-copy';
import { Chip } from '../../ui/chip';
import type { IconName } from '../../ui/icon';
import { RowLink } from '../../ui/row-link';
import { PLAN_PATHS } from './paths';

export function OverviewScreen(): JSX.Element {
  useFreshSafetyCopy();
  const people = useQuery(supportPeopleQuery);
  return (
    <div class="page stack">
      <header class="stack-small">
        <h1>{t.plan.title}</h1>
        <p class="lead">{t.plan.lead}</p>
      </header>
      <ul class="card row-group">
        <PlanCard kind="safety" icon="plan" />
        <PlanCard kind="relapse_prevention" icon="flag" />
        <PlanCard kind="discharge" icon="leaf" />
      </ul>
      <ul class="card row-group">
        <Entry to="/plan/goals" icon="star" title={t.care.goals.title} about={t.care.goals.about} />
        <Entry to="/plan/medications" icon="pill" title={t.care.medications.title} about={t.care.medications.about} />
        <Entry to="/plan/people" icon="people" title={t.plan.people.title} about={t.plan.people.about}>
          {people.data && people.data.length > 0 && <Chip>{t.plan.people.count(people.data.length)}</Chip>}
        </Entry>
        <Entry to="/diary" icon="card" title={t.plan.diary} about={t.plan.diaryAbout} />
      </ul>
    </div>
  );
}

function PlanCard({ kind, icon }: { kind: PlanKind; icon: IconName }): JSX.Element {
  const plan = useQuery(planQuery(OWN, kind));
  const { title, about } = t.plan.kinds[kind];
  return (
    <Entry to={PLAN_PATHS[kind]} icon={icon} title={title} about={about}>
      {plan.data !== undefined && <PlanState plan={plan.data} />}
      {plan.isError && plan.data === undefined && <Chip icon="offline">{isOffline(plan.error) ? t.common.offlineTitle : t.common.errorTitle}</Chip>}
    </Entry>
  );
}

function PlanState({ plan }: { plan: Plan | null }): JSX.Element {
  if (!plan) return <Chip>{t.plan.states.none}</Chip>;
  if (plan.state === 'signed' && plan.needs_review) return <Chip tone="warm" icon="clock">{t.plan.due}</Chip>;
  return plan.state === 'signed' ? (
    <Chip tone="calm" icon="check">
      {t.plan.states.signed}
    </Chip>
  ) : (
    <Chip tone="warm">{t.plan.states.draft}</Chip>
  );
}

interface EntryProps {
  to: string;
  icon: IconName;
  title: string;
  about: string;
  children?: preact.ComponentChildren;
}

function Entry({ to, icon, title, about, children }: EntryProps): JSX.Element {
  return (
    <li>
      <RowLink to={to} icon={icon} title={title} state={children}>
        {about}
      </RowLink>
    </li>
  );
}
