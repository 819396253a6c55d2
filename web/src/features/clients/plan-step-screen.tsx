/** Changing one step of a client's plan, in the room with them. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { afterwardsSuggestionsQuery, type Whose } from '../../api/plans';
import { usePlanStep } from '../../api/use-plan-step';
import { dayOf } from '../../lib/day-of';
import { navigate } from '../../lib/navigation';
import { withRows, type Part, type PlanKind, type Row } from '../../lib/plan-steps';
import { t } from '../../lib/strings';
import { Message } from '../../ui/message';
import { StepEditor } from '../../ui/plan/step-editor';
import { Suggestions, type Offered } from '../../ui/plan/suggestions';
import { OnMyList } from './on-my-list';

interface PlanStepScreenProps {
  id?: string;
  kind?: string;
  step?: string;
}

export function PlanStepScreen({ id = '', kind = '', step = '' }: PlanStepScreenProps): JSX.Element {
  if (kind !== 'safety' && kind !== 'relapse_prevention' && kind !== 'discharge') {
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
  const whose: Whose = { own: false, client };
  const editing = usePlanStep(whose, kind, step, leave);
  return (
    <StepEditor
      editing={editing}
      planTitle={t.plan.kinds[kind].title}
      back={back}
      dayOf={dayOf}
      onNewer={leave}
      suggestions={(part, of) => kind === 'discharge' && <Known whose={whose} part={part} onAdd={(rows) => editing.change(withRows(of, part.key, rows))} />}
    />
  );
}

/** What is known of this client already; nothing of it is taken over by itself. */
function Known({ whose, part, onAdd }: { whose: Whose; part: Part; onAdd: (rows: Row[]) => void }): JSX.Element {
  const found = useQuery(afterwardsSuggestionsQuery(whose)).data as Record<string, Offered[]> | undefined;
  return <Suggestions part={part} offered={found?.[part.key] ?? []} onAdd={onAdd} />;
}
