/** The caseload on a phone: a card for each client. */
import type { JSX } from 'preact';

import type { CaseloadRow } from '../../api/caseload';
import { t } from '../../lib/strings';
import { LastCheckIn, Name, Next, Recent, Sessions, Why } from './caseload-parts';

export function CaseloadCards({ rows }: { rows: readonly CaseloadRow[] }): JSX.Element {
  const words = t.caseload.columns;
  return (
    <ul class="caseload-cards" aria-label={t.caseload.caption(rows.length)}>
      {rows.map((row) => (
        <li key={row.client.id} class={`card caseload-card caseload-row-${row.need}`}>
          <div>
            <Name row={row} />
          </div>
          <div>
            <Why row={row} />
          </div>
          <Recent row={row} />
          <dl class="caseload-facts small">
            <div>
              <dt class="soft">{words.last}</dt>
              <dd>
                <LastCheckIn row={row} />
              </dd>
            </div>
            <div>
              <dt class="soft">{words.sessions}</dt>
              <dd>
                <Sessions row={row} />
              </dd>
            </div>
            <div>
              <dt class="soft">{words.next}</dt>
              <dd>
                <Next row={row} />
              </dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  );
}
