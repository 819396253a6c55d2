/** Changing one step of my plan, with my support people at hand. */
import './plans.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { afterwardsSuggestionsQuery, OWN, supportPeopleQuery, type SupportPerson } from '../../api/plans';
import { usePlanStep } from '../../api/use-plan-step';
import { dayOf } from '../../lib/day-of';
import { navigate } from '../../lib/navigation';
import { isWritten, MOST_ROWS, withRows, type Part, type PlanKind, type Row } from '../../lib/plan-steps';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { StepEditor } from '../../ui/plan/step-editor';
import { Suggestions, type Offered } from '../../ui/plan/suggestions';
import { PLAN_PATHS } from './paths';

interface StepScreenProps {
  step?: string;
}

export const SafetyStepScreen = ({ step = '' }: StepScreenProps): JSX.Element => <StepScreen key={step} kind="safety" step={step} />;
export const RelapseStepScreen = ({ step = '' }: StepScreenProps): JSX.Element => <StepScreen key={step} kind="relapse_prevention" step={step} />;
export const AfterwardsStepScreen = ({ step = '' }: StepScreenProps): JSX.Element => <StepScreen key={step} kind="discharge" step={step} />;

function StepScreen({ kind, step }: { kind: PlanKind; step: string }): JSX.Element {
  const back = PLAN_PATHS[kind];
  const leave = (): void => navigate(back, { replace: true });
  const editing = usePlanStep(OWN, kind, step, leave);
  return (
    <StepEditor
      editing={editing}
      planTitle={t.plan.kinds[kind].title}
      back={back}
      dayOf={dayOf}
      onNewer={leave}
      suggestions={(part, of) => <Known kind={kind} part={part} onAdd={(rows) => editing.change(withRows(of, part.key, rows))} />}
    />
  );
}

interface KnownProps {
  part: Part;
  onAdd: (rows: Row[]) => void;
}

/** What I have elsewhere and could use here. */
function Known({ kind, ...props }: KnownProps & { kind: PlanKind }): JSX.Element | null {
  if (kind === 'discharge') return <FromEverywhere {...props} />;
  return props.part.shape === 'person' || props.part.shape === 'place' ? <FromPeople {...props} /> : null;
}

function FromEverywhere({ part, onAdd }: KnownProps): JSX.Element {
  const found = useQuery(afterwardsSuggestionsQuery(OWN)).data as Record<string, Offered[]> | undefined;
  return <Suggestions part={part} offered={found?.[part.key] ?? []} onAdd={onAdd} />;
}

/** My support people who are not in this step yet, each one tap away. */
function FromPeople({ part, onAdd }: KnownProps): JSX.Element | null {
  const people = useQuery(supportPeopleQuery).data ?? [];
  const rows = part.rows.filter(isWritten);
  const open = people.filter((person) => fits(part, person) && !rows.some((row) => row['name'] === person.name));
  if (open.length === 0 || rows.length >= MOST_ROWS) return null;
  return (
    <div class="stack-small">
      <p class="soft strong">{t.plan.fromPeople}</p>
      <div class="plan-pick">
        {open.map(({ id, name, phone, place }) => (
          <Button key={id} look="secondary" icon="plus" label={t.plan.fromPeopleAdd(name)} onClick={() => onAdd([...rows, part.shape === 'place' ? { name, phone, place } : { name, phone }])}>
            {name}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** The step with people who distract is not the one with people to talk to. */
function fits({ shape, key }: Part, { can_help_with: helps }: SupportPerson): boolean {
  if (key !== 'places_people' && key !== 'ask_help') return true;
  return helps === 'both' || helps === (shape === 'place' ? 'distract' : 'talk');
}
