/** One field of a step, drawn by its type. */
import type { JSX } from 'preact';

import type { Field } from '../../api/types';
import { t } from '../../lib/strings';
import { Choices } from '../../ui/choices';
import { TextArea } from '../../ui/field';
import { Scale } from '../../ui/scale';
import { Breathing } from './breathing';
import { ChainField, type ChainLink } from './chain-field';
import { EvidenceField, type Evidence } from './evidence-field';
import type { FieldValue } from './field-value';
import { LadderField, type Rung } from './ladder-field';
import { ListField } from './list-field';
import { Percent } from './percent';
import { PlanField, type Plan } from './plan-field';
import { Timer } from './timer';

const ONE_MINUTE = 60;

interface StepFieldProps {
  field: Field;
  value: FieldValue | undefined;
  onChange: (value: FieldValue) => void;
}

export function StepField(props: StepFieldProps): JSX.Element {
  const Draw = DRAW[props.field.type];
  return <Draw {...props} />;
}

const DRAW: Record<Field['type'], (props: StepFieldProps) => JSX.Element> = {
  text: ({ field, value, onChange }) => (
    <TextArea label={field.label} hint={hintOf(field)} maxLength={4000} value={textOf(value) ?? ''} onChange={onChange} />
  ),
  list: ({ field, value, onChange }) => (
    <ListField label={field.label} help={hintOf(field)} value={rowsOf<string>(value)} onChange={onChange} />
  ),
  ladder: ({ field, value, onChange }) => <LadderField label={field.label} help={hintOf(field)} value={rowsOf<Rung>(value)} onChange={onChange} />,
  chain: ({ field, value, onChange }) => <ChainField label={field.label} help={hintOf(field)} value={rowsOf<ChainLink>(value)} onChange={onChange} />,
  evidence: ({ field, value, onChange }) => (
    <EvidenceField label={field.label} help={hintOf(field)} value={(partsOf(value) as Evidence | undefined) ?? { for: [], against: [] }} onChange={onChange} />
  ),
  plan: ({ field, value, onChange }) => <PlanField label={field.label} help={hintOf(field)} value={(partsOf(value) as Plan | undefined) ?? {}} onChange={onChange} />,
  scale10: ({ field, value, onChange }) => (
    <Scale legend={field.label} hint={field.help} low={t.skills.low} high={t.skills.high} value={numberOf(value)} onChange={onChange} />
  ),
  scale100: ({ field, value, onChange }) => <Percent label={field.label} help={field.help} value={numberOf(value)} onChange={onChange} />,
  choice: ({ field, value, onChange }) => (
    <Choices legend={field.label} hint={field.help} choices={field.options ?? []} value={textOf(value)} onChange={onChange} />
  ),
  timer: ({ field, onChange }) => <Timer label={field.label} help={field.help} seconds={field.seconds ?? ONE_MINUTE} onSpent={onChange} />,
  breathing: ({ field, onChange }) => <Breathing label={field.label} help={field.help} pattern={field.pattern} seconds={field.seconds} onSpent={onChange} />,
};

/** Every box for free words says that nobody watches it. */
const hintOf = ({ help }: Field): string => [help, t.skills.notWatched].filter(Boolean).join(' ');

const numberOf = (value: FieldValue | undefined): number | undefined => (typeof value === 'number' ? value : undefined);
const textOf = (value: FieldValue | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

// A field's type never changes within a version of a skill, so what was kept for it fits it.
const rowsOf = <Row,>(value: FieldValue | undefined): Row[] => (Array.isArray(value) ? (value as Row[]) : []);
const partsOf = (value: FieldValue | undefined): object | undefined => (typeof value === 'object' && !Array.isArray(value) ? value : undefined);
