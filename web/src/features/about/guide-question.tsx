/** One question of the guide. Every one may be skipped. */
import type { JSX } from 'preact';

import { inLanguage, type GuideQuestion } from '../../lib/guide';
import { language, t } from '../../lib/strings';
import { useArrival } from '../../lib/use-arrival';
import { Button } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Progress } from '../../ui/progress';

interface GuideQuestionProps {
  question: GuideQuestion;
  at: number;
  of: number;
  answer: string | undefined;
  onAnswer: (answer: string) => void;
  onTapped: () => void;
  onMove: (at: number) => void;
}

export function GuideQuestionView({ question, at, of, answer, onAnswer, onTapped, onMove }: GuideQuestionProps): JSX.Element {
  const heading = useArrival(at);
  const ask = inLanguage(question.ask, language);
  return (
    <div class="page stack">
      <Progress at={at + 1} of={of} label={t.about.guide.question(at + 1, of)} />
      <header class="stack-small">
        <h1 ref={heading} tabIndex={-1} class="about-ask">
          {ask}
        </h1>
        <p class="soft">{inLanguage(question.why, language)}</p>
      </header>
      <Choices
        key={question.key}
        legend={ask}
        quietLegend
        choices={question.options.map(({ key, say }) => ({ value: key, label: inLanguage(say, language) }))}
        value={answer}
        onChange={onAnswer}
        onTapped={onTapped}
      />
      <div class="moves">
        <Button look="secondary" icon="back" onClick={() => onMove(at - 1)}>
          {t.common.back}
        </Button>
        <Button look={answer === undefined ? 'secondary' : 'primary'} onClick={() => onMove(at + 1)}>
          {answer === undefined ? t.common.skip : t.common.next}
        </Button>
      </div>
    </div>
  );
}
