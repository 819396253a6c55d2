/** What stayed of a lesson: questions with a kind word to each answer. No points, and nobody sees them. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import type { LessonQuestion } from '../../api/lessons';
import { language, t } from '../../lib/strings';
import { useMaybeDevice } from '../../offline/device';
import { sendCheck } from '../../offline/lessons';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Notice } from '../../ui/notice';
import { Moves, type StageProps } from './reflect';

interface Given {
  /** Counts from 1. */
  choice: number;
  seen: boolean;
}

export function Check({ lesson, own, heading, onBack, onNext }: StageProps): JSX.Element {
  const outbox = useMaybeDevice()?.outbox;
  const [given, setGiven] = useState<Record<string, Given>>({});
  const goOn = (): void => {
    const seen = Object.entries(given).filter(([, answer]) => answer.seen);
    if (own && outbox && seen.length > 0) void sendCheck(outbox, lesson, Object.fromEntries(seen.map(([key, { choice }]) => [key, choice])));
    onNext();
  };
  return (
    <section class="stack" aria-labelledby="lesson-check">
      <header class="stack-small" lang={language}>
        <h1 id="lesson-check" class="lesson-heading" ref={heading ?? null} tabIndex={-1}>
          {t.learn.checkTitle}
        </h1>
        <p class="soft">{t.learn.checkLead}</p>
      </header>
      {lesson.check.map((question) => (
        <Question key={question.key} question={question} given={given[question.key]} onGive={(answer) => setGiven({ ...given, [question.key]: answer })} />
      ))}
      <Moves onBack={onBack} onNext={goOn} next={Object.values(given).some(({ seen }) => seen) ? t.common.next : t.common.skip} />
    </section>
  );
}

interface QuestionProps {
  question: LessonQuestion;
  given: Given | undefined;
  onGive: (given: Given) => void;
}

function Question({ question: { question, choices }, given, onGive }: QuestionProps): JSX.Element {
  return (
    <div class="card stack-small lesson-check">
      <Choices
        legend={question}
        value={given ? String(given.choice) : null}
        onChange={(value) => onGive({ choice: Number(value), seen: false })}
        choices={choices.map(({ text }, at) => ({ value: String(at + 1), label: text }))}
      />
      {given && !given.seen && (
        <div lang={language}>
          <Button look="secondary" onClick={() => onGive({ ...given, seen: true })}>
            {t.learn.checkSee}
          </Button>
        </div>
      )}
      <div role="status">{given?.seen && <Because choices={choices} choice={given.choice} />}</div>
    </div>
  );
}

function Because({ choices, choice }: { choices: LessonQuestion['choices']; choice: number }): JSX.Element | null {
  const picked = choices[choice - 1];
  const right = choices.find((one) => one.right);
  if (!picked || !right) return null;
  return (
    <Notice {...(picked.right && { icon: 'check' as const })}>
      <div class="stack-small">
        <p>{picked.because}</p>
        {!picked.right && (
          <>
            <p class="strong">{t.learn.checkBetter(right.text)}</p>
            <p>{right.because}</p>
          </>
        )}
      </div>
    </Notice>
  );
}
