/** What speaks for a thought, and what speaks against it. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { ListField } from './list-field';

export interface Evidence {
  for: string[];
  against: string[];
}

interface EvidenceFieldProps {
  label: string;
  help: string;
  value: Evidence;
  onChange: (value: Evidence) => void;
}

const MOST_A_SIDE = 10;

export function EvidenceField({ label, help, value, onChange }: EvidenceFieldProps): JSX.Element {
  return (
    <fieldset class="stack">
      <legend class="question-legend">{label}</legend>
      <ListField label={t.skills.evidence.for} help={help} most={MOST_A_SIDE} value={value.for} onChange={(lines) => onChange({ ...value, for: lines })} />
      <ListField label={t.skills.evidence.against} help={help} most={MOST_A_SIDE} value={value.against} onChange={(lines) => onChange({ ...value, against: lines })} />
    </fieldset>
  );
}
