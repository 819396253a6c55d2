/** The daily check-in: which day, in which layout, and what follows the last answer. */
import './check-in.css';

import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { deviceTimezone, localDay } from '../../lib/dates';
import { t } from '../../lib/strings';
import { useKept } from '../../offline/use-kept';
import { LoadingScreen } from '../../ui/loading';
import { Message } from '../../ui/message';
import { isHard, type Answers, type Draft } from './answers';
import { CheckInTop, type Layout } from './check-in-top';
import { Closing } from './closing';
import { HardAnswer } from './hard-answer';
import { OneByOne } from './one-by-one';
import { OnePage } from './one-page';
import { questionsOf, whyOf } from './questions';
import { useCheckIn } from './use-check-in';

type Stage = 'asking' | 'help' | 'done' | 'hard';

/** How a check-in ends: whether with the ways to help in sight. */
const ENDS: Partial<Record<Stage, boolean>> = { done: false, hard: true };

export function CheckInScreen(): JSX.Element {
  const today = localDay(new Date(), deviceTimezone());
  const [on, setOn] = useState(today);
  // A fresh component for each day: answers of two days never mix.
  return <CheckInOfDay key={on} on={on} today={today} onDay={setOn} />;
}

interface CheckInOfDayProps {
  on: string;
  today: string;
  onDay: (on: string) => void;
}

function CheckInOfDay({ on, today, onDay }: CheckInOfDayProps): JSX.Element {
  const checkIn = useCheckIn(on, today);
  const layout = useKept<Layout>('check-in-layout');
  const [stage, setStage] = useState<Stage>('asking');
  const { draft, day, readiness } = checkIn;
  const shape = layout.value ?? 'one';

  const answer = (answers: Answers): void => {
    checkIn.answer(answers);
    if (isHard(answers)) setStage('help');
  };
  const goOn = (): void => {
    checkIn.moveTo(afterHelp(shape, draft));
    setStage('asking');
  };
  const save = async (): Promise<boolean> => {
    // The answers leave the device when they are saved; what they asked for stays until the person goes.
    const end = isHard(draft.answers) ? 'hard' : 'done';
    const saved = await checkIn.save();
    if (saved) setStage(end);
    return saved;
  };

  if (readiness === 'loading' || !layout.loaded) return <LoadingScreen />;
  const hard = ENDS[stage];
  if (hard !== undefined) return <Closing day={day} hard={hard} />;
  if (stage === 'help') {
    return <HardAnswer reached={checkIn.reached} onGoOn={goOn} />;
  }
  const top = { on, today, onDay, changing: checkIn.changing, layout: shape, onLayout: layout.write };
  const Questions = shape === 'page' ? OnePage : OneByOne;
  return (
    <div class="page check-in">
      <CheckInTop {...top} begun={isBegun(shape, draft)} />
      {readiness === 'ready' ? (
        <Questions questions={questionsOf(checkIn.form)} whyOf={(question) => whyOf(question, checkIn.form)} draft={draft} onAnswer={answer} onMove={checkIn.moveTo} onSave={save} />
      ) : (
        <Message level={2} icon="offline" title={t.checkIn.already} body={t.checkIn.amendOffline} action={{ label: t.checkIn.done.home, to: '/today' }} />
      )}
    </div>
  );
}

/** The question that called for help is answered; on the one page all stay where they are. */
const afterHelp = (layout: Layout, { at }: Draft): number => (layout === 'one' ? at + 1 : at);

/** Past the first question of the one-by-one layout the settings are put away. */
const isBegun = (layout: Layout, { at }: Draft): boolean => layout === 'one' && at > 0;
