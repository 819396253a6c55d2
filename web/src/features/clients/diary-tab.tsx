/** A client's diary cards, week by week, and the targets that their card asks about. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { clientDiaryCardsQuery, clientDiaryTargetsQuery, type DiaryCard } from '../../api/diary';
import { isOffline } from '../../api/problem';
import { skillsQuery } from '../../api/queries';
import { shiftDay } from '../../lib/dates';
import { weekEnding, weekGroups, weekWords } from '../../lib/diary-week';
import { printAs } from '../../lib/print';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Loading } from '../../ui/loading';
import { Failure, Message } from '../../ui/message';
import { WeekPicker, weekName } from '../../ui/week-picker';
import { WeekTable, WeekWords } from '../../ui/week-table';
import { Targets } from './targets';
import { useClientDay } from './use-client-day';

export function DiaryTab({ client }: { client: string }): JSX.Element {
  const today = useClientDay(client);
  const [chosen, setLast] = useState<string>();
  const last = chosen ?? today;
  const days = weekEnding(last, shiftDay);
  const cards = useQuery(clientDiaryCardsQuery(client, days[0] ?? last, last));
  return (
    <div class="client-diary">
      <section class="stack-small" aria-labelledby="client-diary">
        <h2 id="client-diary">{t.clients.diaryTitle}</h2>
        <WeekPicker last={last} today={today} onMove={setLast} />
        {cards.isPending && <Loading lines={6} />}
        {cards.isError && !cards.data && <Failure offline={isOffline(cards.error)} onRetry={() => void cards.refetch()} />}
        {cards.data && <Week client={client} days={days} cards={cards.data} />}
      </section>
      <Targets client={client} />
    </div>
  );
}

interface WeekProps {
  client: string;
  days: readonly string[];
  cards: readonly DiaryCard[];
}

function Week({ client, days, cards }: WeekProps): JSX.Element {
  const targets = useQuery(clientDiaryTargetsQuery(client)).data ?? [];
  const skills = useQuery(skillsQuery()).data ?? [];
  if (cards.length === 0) return <Message level={2} icon="card" title={t.clients.diaryNone} />;
  const titleOf = (slug: string): string => skills.find((skill) => skill.slug === slug)?.title ?? slug;
  return (
    <>
      <p class="soft small">{t.diary.weekLead}</p>
      <WeekTable caption={t.diary.weekTable(...weekName(days))} days={days} groups={weekGroups(days, cards, targets)} />
      <WeekWords words={weekWords(days, cards, titleOf)} />
      <div class="no-print">
        <Button look="secondary" icon="print" onClick={() => printAs('page')}>
          {t.plan.print}
        </Button>
      </div>
    </>
  );
}
