/** Two people changed one plan: both versions of the step side by side, and a plain choice. */
import type { JSX } from 'preact';

import type { Step } from '../../lib/plan-steps';
import { t } from '../../lib/strings';
import { Button } from '../button';
import { Notice } from '../notice';
import { StepWords } from './plan-reading';

interface PlanConflictProps {
  version: number;
  author: string;
  day: string;
  mine: Step;
  newer: Step;
  busy: boolean;
  onMine: () => void;
  onNewer: () => void;
}

export function PlanConflict({ version, author, day, mine, newer, busy, onMine, onNewer }: PlanConflictProps): JSX.Element {
  return (
    <section class="stack" aria-labelledby="plan-conflict">
      <Notice tone="warm" urgent>
        <h2 id="plan-conflict">{t.plan.conflictTitle}</h2>
        <p>{t.plan.conflictBody(version, author, day)}</p>
      </Notice>
      <div class="plan-versions">
        <Side title={t.plan.conflictYours} step={mine} />
        <Side title={t.plan.conflictNewer} step={newer} />
      </div>
      <div class="moves">
        <Button busy={busy} onClick={onMine}>
          {t.plan.conflictUseMine}
        </Button>
        <Button look="secondary" onClick={onNewer}>
          {t.plan.conflictUseNewer}
        </Button>
      </div>
    </section>
  );
}

function Side({ title, step }: { title: string; step: Step }): JSX.Element {
  return (
    <div class="card plan-step">
      <h3>{title}</h3>
      <StepWords step={step} lines={[]} />
    </div>
  );
}
