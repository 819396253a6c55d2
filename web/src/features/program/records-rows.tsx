/** A heading and a list that comes page by page. */
import type { ComponentChildren, ComponentProps, JSX } from 'preact';

import { isOffline } from '../../api/problem';
import { t } from '../../lib/strings';
import { Pages } from '../../ui/pages';

interface RowsProps<T extends { id: string }> {
  name: string;
  title: string;
  query: ComponentProps<typeof Pages<T>>['query'];
  empty: string;
  /** What is said and can be done before the list. */
  before?: ComponentChildren;
  children: (row: T) => ComponentChildren;
}

export function Rows<T extends { id: string }>({ name, title, query, empty, before, children }: RowsProps<T>): JSX.Element {
  return (
    <section class="stack-small" aria-labelledby={name}>
      <h2 id={name}>{title}</h2>
      {before}
      <Pages query={query} isOffline={isOffline} more={t.records.more} empty={<p class="soft">{empty}</p>}>
        {(rows) => (
          <ul class="stack-small">
            {rows.map((row) => (
              <li key={row.id} class="card stack-small">
                {children(row)}
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </section>
  );
}
