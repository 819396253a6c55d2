/** One of my plans: first to be read, each step with its way to change it, then signed. */
import './plans.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { OWN, planHistoryQuery, planQuery, type Plan } from '../../api/plans';
import { dayOf } from '../../lib/day-of';
import { crisisLine, emergencyLine, otherLines, programLines, type HelpLine } from '../../lib/help-lines';
import { openSteps, type PlanKind, type Step } from '../../lib/plan-steps';
import { t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { usePaperFoot } from '../../offline/paper-foot';
import { useFreshSafetyCopy, type SafetyCopy } from '../../offline/safety-copy';
import type { Kept } from '../../offline/use-kept';
import { BackLink } from '../../ui/back-link';
import { ButtonLink } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { LoadingScreen } from '../../ui/loading';
import { Failure, Message } from '../../ui/message';
import { Notice } from '../../ui/notice';
import { PlanHistory } from '../../ui/plan/plan-history';
import { PlanReading } from '../../ui/plan/plan-reading';
import { CopySwitch } from './copy-switch';
import { stepPath } from './paths';
import { PrintButtons } from './print-buttons';
import { SaferSharing } from './safer-sharing';
import { Signing } from './signing';

export function SafetyScreen(): JSX.Element {
  const copy = useFreshSafetyCopy();
  const found = useQuery(planQuery(OWN, 'safety'));
  // In a hard moment the copy must not wait for a line that may never answer.
  const kept = found.data === undefined ? copy.value?.plan : undefined;
  if (kept) return <KeptPlan plan={kept} offline={found.isError} />;
  return <PlanPage kind="safety" copy={copy} />;
}

export const RelapseScreen = (): JSX.Element => <PlanPage kind="relapse_prevention" />;
export const AfterwardsScreen = (): JSX.Element => <PlanPage kind="discharge" />;

/** The crisis lines come last, after one's own people and the program. */
export function useLastLines(): HelpLine[] {
  const { program } = useDevice().me;
  return [...(program ? programLines(program) : []), ...otherLines().slice(0, 1), crisisLine(), emergencyLine()];
}

function KeptPlan({ plan, offline }: { plan: Plan; offline: boolean }): JSX.Element {
  const lines = useLastLines();
  return (
    <div class="page stack plan-screen">
      <Top kind="safety" />
      {offline && <Notice icon="offline">{t.plan.copyShown}</Notice>}
      <PlanReading kind="safety" steps={openSteps('safety', plan.steps)} lines={lines} />
    </div>
  );
}

function Top({ kind }: { kind: PlanKind }): JSX.Element {
  usePaperFoot();
  return (
    <header class="stack-small">
      <BackLink to="/plan">{t.common.plan}</BackLink>
      <h1>{t.plan.kinds[kind].title}</h1>
      <p class="lead no-print">{t.plan.kinds[kind].about}</p>
    </header>
  );
}

function PlanPage({ kind, copy }: { kind: PlanKind; copy?: Kept<SafetyCopy> }): JSX.Element {
  const found = useQuery(planQuery(OWN, kind));
  if (found.data) return <WrittenPlan plan={found.data} copy={copy} />;
  if (found.isPending) return <LoadingScreen />;
  return (
    <div class="page stack">
      <Top kind={kind} />
      {found.data === null ? <NoPlan kind={kind} /> : <Unreachable offline={isOffline(found.error)} onRetry={() => void found.refetch()} />}
    </div>
  );
}

function NoPlan({ kind }: { kind: PlanKind }): JSX.Element {
  const { none, noneBody, start } = t.plan.kinds[kind];
  const first = openSteps(kind, undefined)[0]?.key ?? '';
  return <Message level={2} icon="plan" title={none} body={noneBody} action={{ label: start, to: stepPath(kind, first) }} />;
}

function Unreachable({ offline, onRetry }: { offline: boolean; onRetry: () => void }): JSX.Element {
  return (
    <>
      <Failure offline={offline} offlineBody={t.plan.noCopyBody} onRetry={onRetry} />
      <ButtonLink to="/help" look="quiet" wide>
        {t.plan.helpLines}
      </ButtonLink>
    </>
  );
}

function WrittenPlan({ plan, copy }: { plan: Plan; copy: Kept<SafetyCopy> | undefined }): JSX.Element {
  const lines = useLastLines();
  const more = (step: Step): JSX.Element | null => (plan.kind === 'safety' && step.key === 'safer' ? <SaferSharing plan={plan} /> : null);
  return (
    <div class="page stack plan-screen">
      <Top kind={plan.kind} />
      {plan.state === 'signed' && plan.needs_review && (
        <div class="no-print">
          <Chip tone="warm" icon="clock">
            {t.plan.due}
          </Chip>
        </div>
      )}
      <PlanReading kind={plan.kind} steps={openSteps(plan.kind, plan.steps)} lines={lines} editPath={({ key }) => stepPath(plan.kind, key)} more={more} />
      <Signing plan={plan} />
      <div class="plan-tools no-print">
        {copy && <CopySwitch copy={copy} plan={plan} />}
        <PrintButtons kind={plan.kind} />
        <History kind={plan.kind} newest={plan.version} />
      </div>
    </div>
  );
}

function History({ kind, newest }: { kind: PlanKind; newest: number }): JSX.Element {
  const [opened, setOpened] = useState(false);
  const past = useQuery({ ...planHistoryQuery(OWN, kind), enabled: opened });
  const versions = past.data
    ?.filter(({ version }) => version < newest)
    .map((plan) => ({ id: plan.id, version: plan.version, author: plan.written_by.name, day: dayOf(plan.written_at), signed: plan.state === 'signed', steps: openSteps(kind, plan.steps) }));
  return (
    <PlanHistory kind={kind} versions={versions} failed={past.isError} offline={isOffline(past.error)} onOpen={() => setOpened(true)} onRetry={() => void past.refetch()} />
  );
}
