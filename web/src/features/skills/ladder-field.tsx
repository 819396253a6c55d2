/** Steps from easier to harder, each with how hard it feels. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { TextField } from '../../ui/field';
import { Percent } from './percent';
import { Rows } from './rows';

export interface Rung {
  text: string;
  rating: number | null;
}

interface LadderFieldProps {
  label: string;
  help: string;
  value: Rung[];
  onChange: (value: Rung[]) => void;
}

const MOST_RUNGS = 12;

export function LadderField({ label, help, value, onChange }: LadderFieldProps): JSX.Element {
  return (
    <Rows<Rung> label={label} help={help} rows={value} empty={{ text: '', rating: null }} most={MOST_RUNGS} add={t.skills.ladder.add} onChange={onChange}>
      {(rung, change, at) => (
        <>
          <TextField label={t.skills.ladder.step(at + 1)} maxLength={500} value={rung.text} onChange={(text) => change({ ...rung, text })} />
          <Percent label={t.skills.ladder.rating} value={rung.rating ?? undefined} onChange={(rating) => change({ ...rung, rating })} />
        </>
      )}
    </Rows>
  );
}
