/** The skills that helped this person most. Absent until there is something to say. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { mineQuery } from '../../api/skills';
import { amountOf } from '../../lib/easing';
import { t } from '../../lib/strings';
import { RowLink } from '../../ui/row-link';

export function TopFive(): JSX.Element | null {
  const mine = useQuery(mineQuery);
  const top = mine.data?.top ?? [];
  if (top.length === 0) return null;
  return (
    <section class="stack-small" aria-labelledby="top-five">
      <h2 id="top-five">{t.skills.topTitle}</h2>
      <ol class="top-five">
        {top.map(({ slug, title, tried, mean_change }) => (
          <li key={slug}>
            <RowLink to={`/skills/${slug}`} icon="leaf" title={title}>
              {t.skills.topOne(tried, amountOf(mean_change))}
            </RowLink>
          </li>
        ))}
      </ol>
    </section>
  );
}
