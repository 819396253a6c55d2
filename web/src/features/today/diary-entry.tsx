/** The way to today's diary card, and how it stands. Also keeps the phone's plan copy fresh. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { diaryCardsQuery } from '../../api/diary';
import { shiftDay } from '../../lib/dates';
import { t } from '../../lib/strings';
import { useOutbox } from '../../offline/device';
import { diaryDraftName, diaryStandingOf, type DiaryDay } from '../../offline/diary-day';
import { useFreshSafetyCopy } from '../../offline/safety-copy';
import { useKept } from '../../offline/use-kept';
import { Chip } from '../../ui/chip';
import { RowLink } from '../../ui/row-link';

export function DiaryEntry({ today }: { today: string }): JSX.Element {
  useFreshSafetyCopy();
  const history = useQuery(diaryCardsQuery(shiftDay(today, -2), today));
  const day = diaryStandingOf(today, useOutbox(), history.data);
  const started = useKept<object>(diaryDraftName(today)).value !== undefined;
  return (
    <section class="stack-small" aria-labelledby="diary-entry">
      <div class="row row-apart">
        <h2 id="diary-entry">{t.dayCards.diary.title}</h2>
        <Standing standing={day.standing} />
      </div>
      <RowLink to="/diary" icon="card" title={nameOf(day, started)}>
        {started ? t.dayCards.diary.askGoOn : t.dayCards.diary.ask}
      </RowLink>
    </section>
  );
}

function nameOf({ standing }: DiaryDay, started: boolean): string {
  if (started) return t.dayCards.diary.goOn;
  return standing === 'none' ? t.dayCards.diary.fill : t.dayCards.diary.change;
}

function Standing({ standing }: { standing: DiaryDay['standing'] }): JSX.Element {
  return (
    <div role="status">
      {standing === 'saved' && (
        <Chip tone="warm" icon="phone">
          {t.common.savedHere}
        </Chip>
      )}
      {standing === 'received' && (
        <Chip tone="calm" icon="check">
          {t.common.received}
        </Chip>
      )}
    </div>
  );
}
