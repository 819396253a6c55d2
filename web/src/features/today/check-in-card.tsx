/** The check-in of today and how it stands: not yet, saved here, received, or in need of a word. */
import type { JSX } from 'preact';

import { navigate } from '../../lib/navigation';
import { t } from '../../lib/strings';
import { checkInDraftName, type CheckInDay } from '../../offline/check-in-day';
import { useKept } from '../../offline/use-kept';
import { ButtonLink } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { Scale } from '../../ui/scale';
import { HeldBack } from './held-back';

interface CheckInCardProps {
  today: string;
  day: CheckInDay;
}

export function CheckInCard({ today, day }: CheckInCardProps): JSX.Element {
  return (
    <section class="card stack-small" aria-labelledby="check-in-card">
      <div class="row row-apart">
        <h2 id="check-in-card">{t.today.checkInTitle}</h2>
        <div role="status">
          {day.standing === 'saved' && (
            <Chip tone="warm" icon="phone">
              {t.common.savedHere}
            </Chip>
          )}
          {day.standing === 'received' && (
            <Chip tone="calm" icon="check">
              {t.common.received}
            </Chip>
          )}
        </div>
      </div>
      <Standing today={today} day={day} />
    </section>
  );
}

function Standing({ today, day }: CheckInCardProps): JSX.Element {
  switch (day.standing) {
    case 'none':
      return <NotYet today={today} />;
    case 'saved':
    case 'received':
      return (
        <>
          <p class="soft">{day.standing === 'saved' ? t.today.savedBody : t.today.receivedBody}</p>
          <div class="row">
            <ButtonLink to="/check-in" look="secondary">
              {t.today.change}
            </ButtonLink>
            <ButtonLink to="/logged/check-ins" look="quiet">
              {t.today.allCheckIns}
            </ButtonLink>
          </div>
        </>
      );
    default:
      return day.work ? <HeldBack work={day.work} /> : <></>;
  }
}

function NotYet({ today }: { today: string }): JSX.Element {
  const draft = useKept<object>(checkInDraftName(today));
  const started = draft.value !== undefined;
  // The first answer begins the check-in, which goes on with the next question.
  const begin = (mood: number): void => draft.write({ answers: { mood }, at: 1 });
  return (
    <>
      <p class="soft">{started ? t.today.checkInGoOn : t.today.checkInAsk}</p>
      {!started && <Scale legend={t.today.mood} low={t.today.moodLow} high={t.today.moodHigh} value={undefined} onChange={begin} onTapped={() => navigate('/check-in')} />}
      <ButtonLink to="/check-in" wide>
        {started ? t.today.checkInContinue : t.today.checkIn}
      </ButtonLink>
      <p class="soft small">{t.today.earlier}</p>
    </>
  );
}
