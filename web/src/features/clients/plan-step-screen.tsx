/** Changing one step of a client's plan, in the room with them. */
import type { JSX } from 'preact';

import { usePlanStep } from '../../api/use-plan-step';
import { dayOf } from '../../lib/day-of';
import { navigate } from '../../lib/navigation';
import type { PlanKind } from '../../lib/plan-steps';
import { t } from '../../lib/strings';
import { Message } from '../../ui/message';
import { StepEditor } from '../../ui/plan/step-editor';
import { OnMyList } from './on-my-list';

interface PlanStepScreenProps {
  id?: string;
  kind?: string;
  step?: string;
}

export function PlanStepScreen({ id = '', kind = '', step = '' }: PlanStepScreenProps): JSX.Element {
  if (kind !== 'safety' && kind !== 'relapse_prevention') {
    return <Message title={t.common.notFoundTitle} body={t.common.notFoundBody} action={{ label: t.common.home, to: '/' }} />;
  }
  return (
    <OnMyList client={id}>
      <Editor key={`${id}/${kind}/${step}`} client={id} kind={kind} step={step} />
    </OnMyList>
  );
}

function Editor({ client, kind, step }: { client: string; kind: PlanKind; step: string }): JSX.Element {
  const back = `/clients/${client}/plans`;
  const leave = (): void => navigate(back, { replace: true });
  const editing = usePlanStep({ own: false, client }, kind, step, leave);
  return <StepEditor editing={editing} planTitle={t.plan.kinds[kind].title} back={back} dayOf={dayOf} onNewer={leave} />;
}
