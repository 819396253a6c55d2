/**
 * The guide to levels of care: a few questions, one at a time. The answers live in this screen's
 * memory and nowhere else. An urgent answer leads to help before the next question.
 */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { guideQuery } from '../../api/admissions';
import { isOffline } from '../../api/problem';
import { needsHelpNow, suggest, type GuideAnswers, type GuideTable } from '../../lib/guide';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { AboutPage } from './about-page';
import { GuideHelp } from './guide-help';
import { GuideQuestionView } from './guide-question';
import { GuideResult } from './guide-result';

/** Before the first question. */
const INTRO = -1;

export function GuideScreen(): JSX.Element {
  const guide = useQuery(guideQuery);
  const [at, setAt] = useState(INTRO);
  const [answers, setAnswers] = useState<GuideAnswers>({});
  const startOver = (): void => {
    setAnswers({});
    setAt(INTRO);
  };
  if (at === INTRO || !guide.data) {
    return (
      <AboutPage name="guide" title={t.about.guide.title} lead={t.about.guide.lead}>
        <Notice icon="lock">{t.about.guide.private}</Notice>
        <Asked query={guide} isOffline={isOffline}>
          {() => <Button onClick={() => setAt(0)}>{t.about.guide.start}</Button>}
        </Asked>
      </AboutPage>
    );
  }
  return <Answering table={guide.data} at={at} answers={answers} onAnswer={setAnswers} onMove={setAt} onStartOver={startOver} />;
}

interface AnsweringProps {
  table: GuideTable;
  at: number;
  answers: GuideAnswers;
  onAnswer: (answers: GuideAnswers) => void;
  onMove: (at: number) => void;
  onStartOver: () => void;
}

function Answering({ table, at, answers, onAnswer, onMove, onStartOver }: AnsweringProps): JSX.Element {
  const question = table.questions[at];
  // A tap is an answer; with keys the choice still moves, and Next makes it one.
  const [tappedAt, setTappedAt] = useState<number>();
  const given = table.questions.slice(0, tappedAt === at ? at + 1 : at).map(({ key }) => [key, answers[key]]);
  if (needsHelpNow(table, Object.fromEntries(given) as GuideAnswers)) return <GuideHelp onStartOver={onStartOver} />;
  if (!question) return <GuideResult table={table} suggestion={suggest(table, answers)} onStartOver={onStartOver} onBack={() => onMove(at - 1)} />;
  return (
    <GuideQuestionView
      question={question}
      at={at}
      of={table.questions.length}
      answer={answers[question.key]}
      onAnswer={(answer) => onAnswer({ ...answers, [question.key]: answer })}
      onTapped={() => setTappedAt(at)}
      onMove={onMove}
    />
  );
}
