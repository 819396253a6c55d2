/** A client's check-ins week by week, their urges and lapses, and the items that their check-in asks about. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { clientCheckInsQuery, clientGoalsOfDaysQuery, clientItemsQuery } from '../../api/client-check-ins';
import { isOffline } from '../../api/problem';
import type { CheckIn } from '../../api/types';
import { shiftDay } from '../../lib/dates';
import { weekEnding } from '../../lib/diary-week';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { CheckInWeek } from '../../ui/check-in-week';
import { WeekPicker } from '../../ui/week-picker';
import { Items } from './items';
import { Lapses, Urges } from './moments';
import { useClientDay } from './use-client-day';

export function CheckInsTab({ client }: { client: string }): JSX.Element {
  const today = useClientDay(client);
  const [chosen, setLast] = useState<string>();
  const last = chosen ?? today;
  const days = weekEnding(last, shiftDay);
  const span = { client, from: days[0] ?? last, to: last };
  const checkIns = useQuery(clientCheckInsQuery(client, span.from, span.to));
  return (
    <div class="client-diary">
      <div class="stack">
        <section class="stack-small" aria-labelledby="client-check-ins">
          <h2 id="client-check-ins">{t.clientCheckIns.title}</h2>
          <WeekPicker last={last} today={today} onMove={setLast} />
          <Asked query={checkIns} isOffline={isOffline} lines={6}>
            {(found) => <Week client={client} days={days} checkIns={found} />}
          </Asked>
        </section>
        <Urges {...span} />
        <Lapses {...span} />
      </div>
      <Items client={client} />
    </div>
  );
}

function Week({ client, days, checkIns }: { client: string; days: readonly string[]; checkIns: readonly CheckIn[] }): JSX.Element {
  const items = useQuery(clientItemsQuery(client)).data ?? [];
  const goals = useQuery(clientGoalsOfDaysQuery(client, days[0] ?? '', days.at(-1) ?? '')).data ?? [];
  if (checkIns.length === 0) return <p class="soft">{t.clientCheckIns.none}</p>;
  return <CheckInWeek days={days} checkIns={checkIns} items={items} goals={goals} />;
}
