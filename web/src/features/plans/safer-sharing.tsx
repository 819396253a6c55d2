/** Step six is private until the client lets the care team see it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { isOffline } from '../../api/problem';
import { OWN, writePlan, type SafetyPlan } from '../../api/plans';
import { bodyFor, keepPlan } from '../../api/use-plan-step';
import { t } from '../../lib/strings';
import { Notice } from '../../ui/notice';
import { Switch } from '../../ui/switch';

export function SaferSharing({ plan }: { plan: SafetyPlan }): JSX.Element {
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: (shared: boolean) => writePlan(OWN, 'safety', { ...bodyFor('safety', plan), share_safer: shared }),
    onSuccess: (saved) => keepPlan(queries, OWN, saved),
    onError: () => queries.invalidateQueries({ queryKey: ['plans', 'own', 'safety'] }),
  });
  return (
    <div class="stack-small no-print">
      <Switch
        label={t.plan.share}
        on={plan.share_safer}
        meaning={`${plan.share_safer ? t.plan.shareOn : t.plan.shareOff} ${t.plan.shareMeans}`}
        busy={saving.isPending}
        onChange={(shared) => saving.mutate(shared)}
      />
      {saving.isError && (
        <Notice tone="warm" urgent>
          {isOffline(saving.error) ? `${t.common.offlineTitle}. ${t.common.tryAgain}.` : t.common.errorBody}
        </Notice>
      )}
    </div>
  );
}
