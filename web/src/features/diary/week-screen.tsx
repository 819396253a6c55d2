/** My week: seven days of cards as one table, to look at and to print for a session. */
import './diary.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { diaryCardsQuery, diaryTargetsQuery, type DiaryCard } from '../../api/diary';
import { isOffline } from '../../api/problem';
import { skillsQuery } from '../../api/queries';
import { deviceTimezone, localDay, shiftDay } from '../../lib/dates';
import { weekEnding, weekGroups, weekWords } from '../../lib/diary-week';
import { printAs } from '../../lib/print';
import { t } from '../../lib/strings';
import { useOutbox } from '../../offline/device';
import { usePaperFoot } from '../../offline/paper-foot';
import { BackLink } from '../../ui/back-link';
import { Button } from '../../ui/button';
import { Loading } from '../../ui/loading';
import { Failure, Message } from '../../ui/message';
import { Notice } from '../../ui/notice';
import { WeekPicker, weekName } from '../../ui/week-picker';
import { WeekTable, WeekWords } from '../../ui/week-table';

export function WeekScreen(): JSX.Element {
  usePaperFoot();
  const today = localDay(new Date(), deviceTimezone());
  const [last, setLast] = useState(today);
  const days = weekEnding(last, shiftDay);
  const cards = useQuery(diaryCardsQuery(days[0] ?? last, last));
  const unsent = useOutbox().work.some(({ kind }) => kind === 'diary_card');
  return (
    <div class="page stack">
      <header class="stack-small">
        <BackLink to="/diary">{t.dayCards.diary.title}</BackLink>
        <h1>{t.diary.weekTitle}</h1>
        <WeekPicker last={last} today={today} onMove={setLast} />
      </header>
      {unsent && <Notice icon="phone">{t.diary.unsentNote}</Notice>}
      {cards.isPending && <Loading lines={6} />}
      {cards.isError && !cards.data && <Failure offline={isOffline(cards.error)} onRetry={() => void cards.refetch()} />}
      {cards.data && <Week days={days} cards={cards.data} />}
    </div>
  );
}

function Week({ days, cards }: { days: readonly string[]; cards: readonly DiaryCard[] }): JSX.Element {
  const targets = useQuery(diaryTargetsQuery('all')).data ?? [];
  const skills = useQuery(skillsQuery()).data ?? [];
  if (cards.length === 0) return <Message level={2} icon="card" title={t.diary.weekEmpty} body={t.diary.weekEmptyBody} />;
  const titleOf = (slug: string): string => skills.find((skill) => skill.slug === slug)?.title ?? slug;
  return (
    <>
      <p class="soft small">{t.diary.weekLead}</p>
      <WeekTable caption={t.diary.weekTable(...weekName(days))} days={days} groups={weekGroups(days, cards, targets)} />
      <WeekWords words={weekWords(days, cards, titleOf)} />
      <div class="no-print">
        <Button look="secondary" icon="print" onClick={() => printAs('page')}>
          {t.diary.print}
        </Button>
      </div>
    </>
  );
}
