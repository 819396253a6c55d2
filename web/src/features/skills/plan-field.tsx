/** One small thing to do: what, when, where, with whom, what may get in the way, and then what. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { TextField } from '../../ui/field';

export type PlanPart = keyof typeof t.skills.plan;
export type Plan = Partial<Record<PlanPart, string>>;

interface PlanFieldProps {
  label: string;
  help: string;
  value: Plan;
  onChange: (value: Plan) => void;
}

export function PlanField({ label, help, value, onChange }: PlanFieldProps): JSX.Element {
  return (
    <fieldset class="stack-small">
      <legend class="question-legend">{label}</legend>
      <p class="soft small">{help}</p>
      {(Object.entries(t.skills.plan) as [PlanPart, string][]).map(([part, ask]) => (
        <TextField
          key={part}
          label={ask}
          maxLength={500}
          hint={part === 'what' && lacksWhat(value) ? t.skills.planNeedsWhat : undefined}
          value={value[part] ?? ''}
          onChange={(text) => onChange({ ...value, [part]: text })}
        />
      ))}
      <p class="hidden-visually" role="status">
        {lacksWhat(value) ? t.skills.planNeedsWhat : ''}
      </p>
    </fieldset>
  );
}

/** Something of the plan is there, but not yet what it is for: said early, and it holds up nothing. */
export const lacksWhat = ({ what = '', ...rest }: Plan): boolean => what.trim() === '' && Object.values(rest).some((text) => text.trim() !== '');
