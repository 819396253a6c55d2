/** A client's plans: read, changed together with them, and signed. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { planFile, planHistoryQuery, planQuery, type Plan, type Whose } from '../../api/plans';
import { isOffline } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { usePlanSigning } from '../../api/use-plan-signing';
import { dayOf } from '../../lib/day-of';
import { openSteps, type PlanKind } from '../../lib/plan-steps';
import { t } from '../../lib/strings';
import { ButtonOut } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Loading } from '../../ui/loading';
import { Failure, Message } from '../../ui/message';
import { PlanHistory } from '../../ui/plan/plan-history';
import { PlanReading } from '../../ui/plan/plan-reading';
import { PlanSigning } from '../../ui/plan/plan-signing';
import { ReviewDay } from './review-day';

const KINDS: readonly PlanKind[] = ['safety', 'relapse_prevention', 'discharge'];

export const clientPlanStepPath = (client: string, kind: PlanKind, step: string): string => `/clients/${client}/plans/${kind}/${step}`;

export function PlansTab({ client }: { client: string }): JSX.Element {
  return (
    <div class="client-plans">
      {KINDS.map((kind) => (
        <PlanOf key={kind} client={client} kind={kind} />
      ))}
      <p class="soft small">{t.clients.safe}</p>
    </div>
  );
}

function PlanOf({ client, kind }: { client: string; kind: PlanKind }): JSX.Element {
  const whose: Whose = { own: false, client };
  const found = useQuery(planQuery(whose, kind));
  const id = `plan-${kind}`;
  return (
    <section class="stack" aria-labelledby={id}>
      <div class="row row-apart">
        <h2 id={id}>{t.plan.kinds[kind].title}</h2>
        {found.data && <State plan={found.data} />}
      </div>
      {found.isPending && <Loading lines={4} />}
      {found.isError && found.data === undefined && <Failure offline={isOffline(found.error)} onRetry={() => void found.refetch()} />}
      {found.data === null && <NoPlan client={client} kind={kind} />}
      {found.data && <Written whose={whose} client={client} plan={found.data} />}
    </section>
  );
}

function State({ plan }: { plan: Plan }): JSX.Element {
  if (plan.needs_review) return <Chip tone="warm">{t.clients.needsReview}</Chip>;
  return <Chip tone={plan.state === 'signed' ? 'calm' : 'plain'}>{t.plan.states[plan.state]}</Chip>;
}

function NoPlan({ client, kind }: { client: string; kind: PlanKind }): JSX.Element {
  const first = openSteps(kind, undefined)[0]?.key ?? '';
  return <Message level={2} icon="plan" title={t.clients.planNone} body={t.clients.planNoneBody} action={{ label: t.clients.start, to: clientPlanStepPath(client, kind, first) }} />;
}

function Written({ whose, client, plan }: { whose: Whose; client: string; plan: Plan }): JSX.Element {
  const { kind } = plan;
  return (
    <>
      <PlanReading kind={kind} level={3} steps={openSteps(kind, plan.steps)} editPath={(step) => (step.hidden ? undefined : clientPlanStepPath(client, kind, step.key))} />
      <div>
        <ButtonOut look="quiet" href={planFile(kind, whose)} label={`${t.plan.pdf}: ${t.plan.kinds[kind].title}`}>
          {t.plan.pdf}
        </ButtonOut>
      </div>
      <Signing whose={whose} plan={plan} />
      <History whose={whose} plan={plan} />
    </>
  );
}

function Signing({ whose, plan }: { whose: Whose; plan: Plan }): JSX.Element {
  const { sign, busy, trouble } = usePlanSigning(whose, plan);
  const { client_signed_at: theirs, clinician_signed_at: mine, clinician } = plan;
  return (
    <PlanSigning
      id={`signing-${plan.kind}`}
      level={3}
      parties={[
        { sentence: theirs ? t.clients.clientSigned(dayOf(theirs)) : t.clients.clientNot, done: theirs !== null },
        { sentence: mine && clinician ? t.clients.youSigned(clinician.name, dayOf(mine)) : t.clients.youNot, done: mine !== null },
      ]}
      about={t.plan.versionBy(plan.version, plan.written_by.name, dayOf(plan.written_at))}
      sign={mine ? undefined : { label: t.clients.sign, meaning: t.clients.signMeans, busy, trouble: trouble && (trouble === 'newer' ? t.plan.changedMeanwhile : sentenceOf(trouble)), onSign: sign }}
    >
      <ReviewDay whose={whose} plan={plan} />
    </PlanSigning>
  );
}

function History({ whose, plan: { kind, version } }: { whose: Whose; plan: Plan }): JSX.Element {
  const [opened, setOpened] = useState(false);
  const past = useQuery({ ...planHistoryQuery(whose, kind), enabled: opened });
  const versions = past.data
    ?.filter((one) => one.version < version)
    .map((one) => ({ id: one.id, version: one.version, author: one.written_by.name, day: dayOf(one.written_at), signed: one.state === 'signed', steps: openSteps(kind, one.steps) }));
  return <PlanHistory kind={kind} versions={versions} failed={past.isError} offline={isOffline(past.error)} onOpen={() => setOpened(true)} onRetry={() => void past.refetch()} />;
}
