/** My plan: the two plans, the people I can turn to, and the diary card. */
import './plans.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { isOffline } from '../../api/problem';
import { OWN, planQuery, supportPeopleQuery, type Plan } from '../../api/plans';
import type { PlanKind } from '../../lib/plan-steps';
import { Link } from '../../lib/navigation';
import { t } from '../../lib/strings';
import { useFreshSafetyCopy } from '../../offline/safety-copy';
import { Chip } from '../../ui/chip';
import { Icon, type IconName } from '../../ui/icon';
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
      <ul class="plan-cards">
        <PlanCard kind="safety" icon="plan" />
        <PlanCard kind="relapse_prevention" icon="flag" />
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
      <Link to={to} class="card plan-card">
        <span class="round-icon">
          <Icon name={icon} />
        </span>
        <span class="plan-card-words">
          <span class="plan-card-title">{title}</span>
          <span class="soft">{about}</span>
          {children && <span class="plan-card-state">{children}</span>}
        </span>
        <Icon name="next" />
      </Link>
    </li>
  );
}
