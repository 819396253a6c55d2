/** Now and then: is the number on which the program calls me still right? */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { reachQuery, sayReach } from '../../api/contact';
import { useSending } from '../../api/use-sending';
import { t } from '../../lib/strings';
import { Button, ButtonLink } from '../../ui/button';
import { Notice } from '../../ui/notice';

export function ReachCard(): JSX.Element | null {
  const found = useQuery(reachQuery).data;
  const sending = useSending(sayReach, [reachQuery.queryKey]);
  if (!found?.due) return null;
  const { reach } = found;
  const confirm = (): void => {
    if (!reach) return;
    const { phone, place, contact_name, contact_relationship, contact_phone } = reach;
    sending.mutate({ phone, place, contact_name, contact_relationship, contact_phone });
  };
  return (
    <section class="card stack-small" aria-labelledby="reach-card">
      <h2 id="reach-card">{reach ? t.today.reachTitle : t.today.reachNone}</h2>
      <p>{reach ? t.today.reachBody(reach.phone) : t.today.reachAsk}</p>
      {sending.error && (
        <Notice tone="warm" urgent>
          {t.today.reachNotSaved}
        </Notice>
      )}
      <div class="row">
        {reach && (
          <Button busy={sending.isPending} onClick={confirm}>
            {t.today.reachYes}
          </Button>
        )}
        <ButtonLink to="/me/reach" look="secondary">
          {reach ? t.today.reachChange : t.today.reachAdd}
        </ButtonLink>
      </div>
    </section>
  );
}
