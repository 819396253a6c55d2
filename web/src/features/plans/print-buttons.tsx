/** The plan on paper: one page, or a card for a wallet. */
import type { JSX } from 'preact';

import { planFile } from '../../api/plans';
import type { PlanKind } from '../../lib/plan-steps';
import { printAs } from '../../lib/print';
import { t } from '../../lib/strings';
import { Button, ButtonOut } from '../../ui/button';

export function PrintButtons({ kind }: { kind: PlanKind }): JSX.Element {
  return (
    <div class="stack-small">
      <div class="row">
        <Button look="secondary" icon="print" onClick={() => printAs('page')}>
          {t.plan.printPage}
        </Button>
        <ButtonOut look="secondary" href={planFile(kind)}>
          {t.plan.pdf}
        </ButtonOut>
        {kind === 'safety' && (
          <Button look="secondary" icon="card" onClick={() => printAs('card')}>
            {t.plan.printCard}
          </Button>
        )}
      </div>
      {kind === 'safety' && <p class="soft small">{t.plan.printCardNote}</p>}
    </div>
  );
}
