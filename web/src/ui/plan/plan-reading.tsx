/** A plan to be read in a hard moment: its steps in order, each person one tap away. */
import './plan-reading.css';

import type { ComponentChildren, JSX } from 'preact';

import { phoneHref, type HelpLine } from '../../lib/help-lines';
import { isEmptyStep, isWritten, type Part, type PlanKind, type Row, type RowShape, type Step } from '../../lib/plan-steps';
import { t } from '../../lib/strings';
import { ButtonLink, ButtonOut } from '../button';

/** The step of each plan that ends with the crisis lines. */
const LINES_IN: Partial<Record<PlanKind, string>> = { safety: 'professionals', discharge: 'after_use' };

interface PlanReadingProps {
  kind: PlanKind;
  steps: readonly Step[];
  /** Lines that end the step for the hardest moment, whatever was written there. */
  lines?: readonly HelpLine[];
  /** Where a step is changed; without it the step is only read. */
  editPath?: (step: Step) => string | undefined;
  /** What else belongs to a step. */
  more?: (step: Step) => ComponentChildren;
  /** The heading above this plan. */
  level?: 2 | 3;
}

export function PlanReading({ kind, steps, lines = [], editPath, more, level = 2 }: PlanReadingProps): JSX.Element {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <ol class="plan-steps">
      {steps.map((step, at) => (
        <li key={step.key} class={`card plan-step plan-step-${step.key}`}>
          <div class="plan-step-top">
            <span class="plan-step-number" aria-hidden="true">
              {at + 1}
            </span>
            <Heading class="plan-step-title">
              <span class="hidden-visually">{t.plan.stepNumber(at + 1)}: </span>
              {titleOf(step)}
            </Heading>
            <EditLink step={step} to={editPath?.(step)} />
          </div>
          <StepWords step={step} lines={step.key === LINES_IN[kind] ? lines : []} />
          {more?.(step)}
        </li>
      ))}
    </ol>
  );
}

export const titleOf = ({ words }: Step): string => t.plan.steps[words]?.title ?? words;

function EditLink({ step, to }: { step: Step; to: string | undefined }): JSX.Element | null {
  if (to === undefined) return null;
  const empty = isEmptyStep(step);
  return (
    <span class="plan-step-edit no-print">
      <ButtonLink to={to} look="quiet" icon={empty ? 'plus' : 'edit'} label={empty ? t.plan.addStep(titleOf(step)) : t.plan.editStep(titleOf(step))}>
        {empty ? t.plan.add : t.plan.edit}
      </ButtonLink>
    </span>
  );
}

export function StepWords({ step, lines }: { step: Step; lines: readonly HelpLine[] }): JSX.Element {
  if (step.hidden) return <p class="soft">{t.plan.hidden}</p>;
  return (
    <>
      {isEmptyStep(step) && lines.length === 0 && <p class="soft">{t.plan.nothing}</p>}
      {step.parts.map((part) => (
        <PartWords key={part.key} part={part} />
      ))}
      {lines.length > 0 && (
        <>
          <p class="plan-part-name">{t.plan.lines}</p>
          <ul class="plan-people">
            {lines.map((line) => (
              <HelpLineRow key={line.name} line={line} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function PartWords({ part }: { part: Part }): JSX.Element | null {
  const rows = part.rows.filter(isWritten);
  if (rows.length === 0) return null;
  const name = t.plan.parts[part.key];
  const people = part.shape === 'person' || part.shape === 'place' || part.shape === 'appointment';
  const Words = WORDS[part.shape];
  return (
    <>
      {name !== undefined && <p class="plan-part-name">{name}</p>}
      <ul class={people ? 'plan-people' : 'plan-lines'}>
        {rows.map((row, at) => (
          // Rows have no identity but their place.
          <Words key={at} row={row} />
        ))}
      </ul>
    </>
  );
}

const WORDS: Record<RowShape, (props: { row: Row }) => JSX.Element> = {
  line: (props) => <LineRow {...props} />,
  person: (props) => <PersonRow {...props} />,
  place: (props) => <PersonRow {...props} />,
  action: (props) => <ActionRow {...props} />,
  appointment: (props) => <AppointmentRow {...props} />,
  taken: (props) => <TakenRow {...props} />,
};

const LineRow = ({ row }: { row: Row }): JSX.Element => <li>{row['text']}</li>;

function ActionRow({ row }: { row: Row }): JSX.Element {
  const { action, who, by_when: when } = row;
  const facts = [who && t.plan.who(who), when && t.plan.byWhen(when)].filter(Boolean).join(' · ');
  return (
    <li>
      {action}
      {facts && <span class="plan-facts soft small">{facts}</span>}
    </li>
  );
}

function AppointmentRow({ row: { what = '', when, where, phone = '' } }: { row: Row }): JSX.Element {
  return <PersonRow row={{ name: what, place: [when, where].filter(Boolean).join(' · '), phone }} />;
}

function TakenRow({ row: { name, how } }: { row: Row }): JSX.Element {
  return (
    <li>
      {name}
      {how && <span class="plan-facts soft small">{how}</span>}
    </li>
  );
}

function PersonRow({ row }: { row: Row }): JSX.Element {
  const { name = '', phone, place } = row;
  return (
    <li class="plan-person">
      <span class="plan-person-words">
        <span class="strong">{name}</span>
        {place && <span class="soft small">{place}</span>}
      </span>
      {phone && (
        <ButtonOut href={phoneHref(phone)} icon="call" look="secondary" label={`${t.plan.call(phone)}, ${name}`}>
          {phone}
        </ButtonOut>
      )}
    </li>
  );
}

function HelpLineRow({ line: { name, call, text } }: { line: HelpLine }): JSX.Element {
  return (
    <li class="plan-person">
      <span class="plan-person-words strong">{name}</span>
      {call && (
        <ButtonOut href={call.href} icon="call" look="secondary" label={`${t.plan.call(call.number)}, ${name}`}>
          {call.number}
        </ButtonOut>
      )}
      {text && !call && (
        <ButtonOut href={text.href} icon="text" look="secondary" label={`${text.label}, ${name}`}>
          {text.label}
        </ButtonOut>
      )}
    </li>
  );
}
