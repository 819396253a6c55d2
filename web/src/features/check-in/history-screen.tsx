/** My check-ins: seven days as one table, with goals, notes and what was changed since. */
import './check-in.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { ownItemsQuery } from '../../api/check-in-form';
import { dailyGoalsQuery } from '../../api/moments';
import { isOffline } from '../../api/problem';
import { everyCheckInQuery } from '../../api/queries';
import type { CheckIn } from '../../api/types';
import { deviceTimezone, localDay, shiftDay } from '../../lib/dates';
import { weekEnding } from '../../lib/diary-week';
import { t } from '../../lib/strings';
import { useOutbox } from '../../offline/device';
import { Asked } from '../../ui/asked';
import { BackLink } from '../../ui/back-link';
import { ButtonLink } from '../../ui/button';
import { CheckInWeek } from '../../ui/check-in-week';
import { Message } from '../../ui/message';
import { Notice } from '../../ui/notice';
import { RowLink } from '../../ui/row-link';
import { WeekPicker } from '../../ui/week-picker';

export function CheckInsScreen(): JSX.Element {
  const today = localDay(new Date(), deviceTimezone());
  const [last, setLast] = useState(today);
  const days = weekEnding(last, shiftDay);
  const found = useQuery(everyCheckInQuery(days[0] ?? last, last));
  const unsent = useOutbox().work.some(({ kind }) => kind === 'check_in');
  return (
    <div class="page stack">
      <header class="stack-small">
        <BackLink to="/progress">{t.common.progress}</BackLink>
        <h1>{t.checkIn.history.title}</h1>
        <p class="lead">{t.checkIn.history.lead}</p>
        <WeekPicker last={last} today={today} onMove={setLast} />
      </header>
      {unsent && <Notice icon="phone">{t.checkIn.history.unsent}</Notice>}
      <Asked query={found} isOffline={isOffline} offlineBody={t.checkIn.history.offline} lines={6}>
        {(checkIns) => <Week days={days} checkIns={checkIns} />}
      </Asked>
      <div class="row">
        <ButtonLink to="/check-in" look="secondary">
          {t.checkIn.history.fillIn}
        </ButtonLink>
      </div>
      <RowLink to="/logged" icon="wave" title={t.checkIn.history.logged}>
        {t.checkIn.history.loggedBody}
      </RowLink>
    </div>
  );
}

function Week({ days, checkIns }: { days: readonly string[]; checkIns: readonly CheckIn[] }): JSX.Element {
  const items = useQuery(ownItemsQuery).data ?? [];
  const goals = useQuery(dailyGoalsQuery(days[0] ?? '', days.at(-1) ?? '')).data ?? [];
  if (checkIns.length === 0) return <Message level={2} icon="check" title={t.checkIn.history.none} body={t.checkIn.history.noneBody} />;
  return <CheckInWeek days={days} checkIns={checkIns} items={items} goals={goals} />;
}
