/** The levels of care side by side: a table on a wide screen, one card for each level on a narrow one. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { AboutPage } from './about-page';

const COLUMNS = ['time', 'place', 'length', 'fits'] as const;

export function LevelsScreen(): JSX.Element {
  const { levels } = t.about;
  return (
    <AboutPage name="levels" title={levels.title} lead={levels.lead}>
      <table class="levels">
        <caption class="hidden-visually">{levels.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{levels.heads.level}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {levels.heads[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {levels.rows.map((row) => (
            <tr key={row.key} class={row.key === 'iop' ? 'levels-ours' : undefined}>
              <th scope="row">
                <span class="levels-name">{row.name}</span>
                <span class="soft small levels-also">{row.also}</span>
              </th>
              {COLUMNS.map((column) => (
                <td key={column}>
                  {/* Where there is no room for a head row, each value says what it is. */}
                  <span class="levels-label">{levels.heads[column]}</span>
                  <span>{row[column]}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>{levels.notSure}</p>
    </AboutPage>
  );
}
