/** The diary card of a day: filled in on one page, saved only when the person says so. */
import './diary.css';

import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { deviceTimezone, localDay } from '../../lib/dates';
import { dayName, openDays } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { ButtonLink } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { LoadingScreen } from '../../ui/loading';
import { Message } from '../../ui/message';
import { addsDanger, dangersIn, type Answers } from './answers';
import { CardForm } from './card-form';
import { Closing } from './closing';
import { HelpFirst } from './help-first';
import { useDiary } from './use-diary';

export function DiaryScreen(): JSX.Element {
  const today = localDay(new Date(), deviceTimezone());
  const [on, setOn] = useState(today);
  // A fresh component for each day: answers of two days never mix.
  return <CardOfDay key={on} on={on} today={today} onDay={setOn} />;
}

interface CardOfDayProps {
  on: string;
  today: string;
  onDay: (on: string) => void;
}

function CardOfDay({ on, today, onDay }: CardOfDayProps): JSX.Element {
  const diary = useDiary(on, today);
  const [stage, setStage] = useState<'asking' | 'help' | 'done' | 'hard'>('asking');
  const { answers, day, readiness } = diary;
  const change = (next: Answers): void => {
    diary.write(next);
    if (addsDanger(answers, next)) setStage('help');
  };
  const save = async (): Promise<boolean> => {
    // The answers leave the device when they are saved; what they asked for stays until the person goes.
    const end = dangersIn(answers).length > 0 ? 'hard' : 'done';
    const saved = await diary.save();
    if (saved) setStage(end);
    return saved;
  };

  if (readiness === 'loading') return <LoadingScreen />;
  if (stage === 'done' || stage === 'hard') return <Closing day={day} hard={stage === 'hard'} />;
  if (readiness === 'unreachable') {
    return <Message icon="offline" title={t.diary.already} body={t.diary.amendOffline} action={{ label: t.diary.done.home, to: '/today' }} />;
  }
  if (stage === 'help') return <HelpFirst onSave={save} onGoOn={() => setStage('asking')} />;
  return (
    <div class="page stack">
      <header class="stack-small">
        <div class="row row-apart">
          <h1>{t.dayCards.diary.title}</h1>
          <ButtonLink to="/diary/week" look="quiet">
            {t.diary.week}
          </ButtonLink>
        </div>
        <p class="lead">{t.dayCards.diary.ask}</p>
        <div>
          <Choices compact="segments" legend={t.diary.forDay} choices={openDays(today).map((value) => ({ value, label: dayName(value, today) }))} value={on} onChange={onDay} />
        </div>
      </header>
      <CardForm answers={answers} hard={dangersIn(answers).length > 0} onChange={change} onSave={save} />
    </div>
  );
}
