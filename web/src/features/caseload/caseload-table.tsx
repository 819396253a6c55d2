/** The caseload on a laptop: a row for each client. */
import type { JSX } from 'preact';

import type { CaseloadRow } from '../../api/caseload';
import { t } from '../../lib/strings';
import { LastCheckIn, Name, Next, Recent, Sessions, Why } from './caseload-parts';

export function CaseloadTable({ rows }: { rows: readonly CaseloadRow[] }): JSX.Element {
  const words = t.caseload.columns;
  return (
    <div class="caseload-scroll">
      <table class="caseload">
        <caption class="hidden-visually">{t.caseload.caption(rows.length)}</caption>
        <thead>
          <tr>
            {[words.client, words.need, words.recent, words.last, words.sessions, words.next].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.client.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const CELLS = [Why, Recent, LastCheckIn, Sessions, Next];

function Row({ row }: { row: CaseloadRow }): JSX.Element {
  return (
    <tr class={`caseload-row-${row.need}`}>
      <th scope="row">
        <Name row={row} />
      </th>
      {CELLS.map((Cell) => (
        <td key={CELLS.indexOf(Cell)}>
          <Cell row={row} />
        </td>
      ))}
    </tr>
  );
}
