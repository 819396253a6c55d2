/** Today: how I am, what is on, what could help. The first screen of a client. */
import './today.css';

import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { Suspense, useState } from 'preact/compat';

import { agreementQuery } from '../../api/agreement';
import { checkInsQuery } from '../../api/queries';
import { useRest } from '../../lib/at-rest';
import { dayPart, deviceTimezone, localDay, longDay, shiftDay } from '../../lib/dates';
import { language, lazyWithWords, t } from '../../lib/strings';
import { standingOf } from '../../offline/check-in-day';
import { useDevice, useOutbox } from '../../offline/device';
import { Hills } from '../../ui/hills';
import { RowLink } from '../../ui/row-link';
import { CheckInCard } from './check-in-card';
import { GoalCard } from './goal-card';
import { HeldBackList } from './held-back';
import { MomentsEntry } from './moments-entry';
import { SessionsCard } from './sessions-card';

const Further = lazyWithWords(['dayCards', 'patientNotice', 'today'], () => import('./further').then((m) => m.Further));

const NoticeStep = lazyWithWords(['patientNotice', 'today'], () => import('./notice-step').then((m) => m.NoticeStep));

const FirstRead = lazyWithWords(['agreement'], () => import('./first-read').then((m) => m.FirstRead));

export function TodayScreen(): JSX.Element {
  const agreement = useQuery(agreementQuery).data;
  const [asked, setAsked] = useState(false);
  const isAtRest = useRest();
  if (agreement?.accepted_at !== null)
    return (
      <>
        <Suspense fallback={null}>{isAtRest && <NoticeStep onStanding={setAsked} />}</Suspense>
        {!asked && <Today whole={isAtRest} />}
      </>
    );
  return (
    <Suspense fallback={null}>
      <FirstRead agreement={agreement} />
    </Suspense>
  );
}

/** Not `whole` at first: what a phone shows further down must not hold up what it shows above. */
function Today({ whole }: { whole: boolean }): JSX.Element {
  const { me } = useDevice();
  const now = new Date();
  const today = localDay(now, deviceTimezone());
  const history = useQuery(checkInsQuery(shiftDay(today, -2), today));
  const day = standingOf(today, useOutbox(), history.data);
  const answers = day.work?.body ?? day.checkIn;
  return (
    <div class="page page-middle stack">
      <Greeting name={firstName(me.name)} now={now} today={today} />
      <div class="columns">
        <div class="stack">
          <CheckInCard today={today} day={day} />
          <RowLink to="/help-now" icon="lifebuoy" title={t.help.helpMeNow} strong>
            {t.help.helpMeNowBody}
          </RowLink>
          <MomentsEntry />
          <HeldBackList shown={day.work?.id} />
          <GoalCard today={today} goal={answers?.goal} />
          <SessionsCard today={today} />
        </div>
        <Suspense fallback={null}>{whole && <Further today={today} />}</Suspense>
      </div>
    </div>
  );
}

const firstName = (name: string): string => name.split(' ')[0] ?? name;

function Greeting({ name, now, today }: { name: string; now: Date; today: string }): JSX.Element {
  const part = dayPart(now, deviceTimezone());
  return (
    <header class={`greeting greeting-${part}`}>
      <Hills light={part} />
      <div class="greeting-words">
        <h1>{t.today.greeting[part](name)}</h1>
        <p class="begins">{longDay(today, language)}</p>
      </div>
    </header>
  );
}
