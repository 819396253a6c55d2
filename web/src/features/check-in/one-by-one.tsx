/** One question a screen. A tap answers and goes on; keys and Next do the same in two steps. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { t } from '../../lib/strings';
import { useArrival } from '../../lib/use-arrival';
import { useLater } from '../../lib/use-later';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { isAnswered, type Answers, type Draft } from './answers';
import { QuestionField } from './question-field';
import { askOf, type Question } from './questions';
import { useSaving } from './use-saving';
import { WhyAsked } from './why';

export interface QuestionsProps {
  questions: readonly Question[];
  whyOf: (question: Question) => string;
  draft: Draft;
  onAnswer: (answers: Answers) => void;
  onMove: (at: number) => void;
  onSave: () => Promise<boolean>;
}

export function OneByOne({ questions, whyOf, draft, onAnswer, onMove, onSave }: QuestionsProps): JSX.Element | null {
  const last = questions.length - 1;
  const at = Math.min(draft.at, last);
  const question = questions[at];
  const heading = useArrival(at);
  const goAfterTap = useLater(() => onMove(at + 1), at);
  const [moodAsked, setMoodAsked] = useState(false);
  if (!question) return null;

  const next = (to: number): void => {
    const blocked = at === 0 && draft.answers.mood === undefined;
    setMoodAsked(blocked);
    if (!blocked) onMove(to);
  };
  return (
    <section class="one">
      <Progress at={at + 1} of={questions.length} label={t.checkIn.progress(at + 1, questions.length)} />
      <div class="one-question">
        <h1 ref={heading} tabIndex={-1} class="one-ask">
          {askOf(question)}
        </h1>
        {question.kind === 'words' && <p class="soft">{t.checkIn.wordsLead}</p>}
        <QuestionField key={at} question={question} answers={draft.answers} onAnswer={onAnswer} onTapped={at < last ? goAfterTap : undefined} alone />
        <WhyAsked key={`why-${question.key}`} question={question} words={whyOf(question)} />
        {at === 0 && !moodAsked && <p class="soft small">{t.checkIn.skipHint}</p>}
        {moodAsked && (
          <Notice tone="warm" urgent>
            {t.checkIn.needMood}
          </Notice>
        )}
      </div>
      <Moves at={at} last={last} answered={isAnswered(question, draft.answers)} onGo={next} onSave={onSave} />
    </section>
  );
}

interface MovesProps {
  at: number;
  last: number;
  answered: boolean;
  onGo: (to: number) => void;
  onSave: () => Promise<boolean>;
}

function Moves({ at, last, answered, onGo, onSave }: MovesProps): JSX.Element {
  const { saving, save } = useSaving(onSave, () => onGo(0));
  const first = at === 0;
  const atLast = at === last;
  // The first question cannot be skipped, so its way on is never called that.
  const onward = answered || first;
  return (
    <div class="moves">
      {!first && (
        <Button look="secondary" icon="back" onClick={() => onGo(at - 1)}>
          {t.common.back}
        </Button>
      )}
      {atLast ? (
        <Button busy={saving} onClick={save}>
          {t.checkIn.save}
        </Button>
      ) : (
        <Button onClick={() => onGo(at + 1)} look={onward ? 'primary' : 'secondary'}>
          {onward ? t.common.next : t.common.skip}
        </Button>
      )}
      {!first && !atLast && (
        <Button look="quiet" onClick={() => onGo(last)}>
          {t.checkIn.finishNow}
        </Button>
      )}
    </div>
  );
}
