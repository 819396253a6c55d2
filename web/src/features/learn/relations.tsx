/** Whose relative I am: mine to say, and only mine to see. It marks lessons and hides none. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { chooseRelations, type Relation } from '../../api/lessons';
import { OWN_LESSONS } from '../../api/queries';
import { sentenceOf } from '../../api/trouble';
import { t } from '../../lib/strings';
import { CheckList } from '../../ui/check-list';
import { Notice } from '../../ui/notice';

export function Relations({ chosen }: { chosen: readonly Relation[] }): JSX.Element {
  const queries = useQueryClient();
  const choose = useMutation({
    mutationFn: chooseRelations,
    onSettled: () => queries.invalidateQueries({ queryKey: OWN_LESSONS }),
  });
  const shown = choose.isPending ? choose.variables : chosen;
  return (
    <section class="card stack-small">
      <CheckList
        legend={t.learn.relations}
        values={shown}
        onChange={(values) => choose.mutate(values as Relation[])}
        options={Object.entries(t.learn.relationNames).map(([value, label]) => ({ value, label }))}
      />
      <p class="soft small">{t.learn.relationsWhy}</p>
      {choose.isError && (
        <Notice tone="warm" urgent>
          {sentenceOf(choose.error, t.learn.relationsOffline)}
        </Notice>
      )}
    </section>
  );
}
