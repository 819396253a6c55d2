/** The daily check-in: which day, in which layout, and what follows the last answer. */
import './check-in.css';

import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { deviceTimezone, localDay } from '../../lib/dates';
import { t } from '../../lib/strings';
import { useKept } from '../../offline/use-kept';
import { Choices } from '../../ui/choices';
import { LoadingScreen } from '../../ui/loading';
import { Message } from '../../ui/message';
import { isHard, type Answers, type Draft } from './answers';
import { Closing } from './closing';
import { DayPicker, dayName } from './day-picker';
import { HardAnswer } from './hard-answer';
import { OneByOne } from './one-by-one';
import { OnePage } from './one-page';
import { useCheckIn } from './use-check-in';

type Layout = 'one' | 'page';
type Stage = 'asking' | 'help' | 'done';

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

  const answer = (answers: Answers): void => {
    checkIn.answer(answers);
    if (isHard(answers)) setStage('help');
  };
  const save = async (): Promise<boolean> => {
    const saved = await checkIn.save();
    if (saved) setStage('done');
    return saved;
  };

  if (readiness === 'loading' || !layout.loaded) return <LoadingScreen />;
  const hard = isHard(draft.answers);
  if (stage === 'done') return <Closing day={day} hard={hard} />;
  if (readiness === 'unreachable') {
    return <Message icon="offline" title={t.checkIn.already} body={t.checkIn.amendOffline} action={{ label: t.checkIn.done.home, to: '/today' }} />;
  }
  if (stage === 'help') {
    return <HardAnswer standing={day.standing} moodKnown={draft.answers.mood !== undefined} onGoOn={() => setStage('asking')} />;
  }
  const shape = layout.value ?? 'one';
  const Questions = shape === 'page' ? OnePage : OneByOne;
  return (
    <div class="page check-in">
      <CheckInTop
        on={on}
        today={today}
        onDay={onDay}
        changing={checkIn.changing}
        begun={isBegun(shape, draft)}
        layout={shape}
        onLayout={layout.write}
      />
      <Questions draft={draft} onAnswer={answer} onMove={checkIn.moveTo} onSave={save} />
    </div>
  );
}

/** Past the first question of the one-by-one layout the settings are put away. */
const isBegun = (layout: Layout, { at }: Draft): boolean => layout === 'one' && at > 0;

interface CheckInTopProps extends CheckInOfDayProps {
  changing: boolean;
  begun: boolean;
  layout: Layout;
  onLayout: (layout: Layout) => void;
}

function CheckInTop({ on, today, onDay, changing, begun, layout, onLayout }: CheckInTopProps): JSX.Element {
  return (
    <header class="check-in-top">
      <p class="check-in-name">
        {changing ? t.checkIn.amendTitle : t.checkIn.title} · {dayName(on, today)}
      </p>
      {!begun && <div class="check-in-settings">
        <DayPicker on={on} today={today} onDay={onDay} />
        <Choices
          compact="segments"
          legend={t.checkIn.layout}
          choices={[
            { value: 'one', label: t.checkIn.oneByOne },
            { value: 'page', label: t.checkIn.onePage },
          ]}
          value={layout}
          onChange={(value) => onLayout(value === 'page' ? 'page' : 'one')}
        />
      </div>}
    </header>
  );
}
