/** One question of the check-in, drawn by its kind. */
import type { JSX } from 'preact';

import { t } from '../../lib/strings';
import { Choices } from '../../ui/choices';
import { TextArea, TextField } from '../../ui/field';
import { Scale } from '../../ui/scale';
import { choiceAnswer, pickedChoice, type Answers } from './answers';
import { FromMyGoals } from './from-my-goals';
import { HoursField } from './hours-field';
import { ItemField } from './item-field';
import type { ChoiceKey, ChoiceValue, Question, ScaleKey } from './questions';

const LONGEST_GOAL = 280;
const LONGEST_NOTE = 4000;

export interface QuestionFieldProps {
  question: Question;
  answers: Answers;
  onAnswer: (answers: Answers) => void;
  /** The answer was tapped, so the next question may come. */
  onTapped?: (() => void) | undefined;
  /** The question is already the heading of the screen. */
  alone?: boolean;
}

export function QuestionField(props: QuestionFieldProps): JSX.Element {
  const { question } = props;
  switch (question.kind) {
    case 'scale':
      return <ScaleField {...props} scale={question.key} />;
    case 'choice':
      return <ChoiceField {...props} choice={question.key} values={question.values} />;
    case 'hours':
      return <HoursField {...props} />;
    case 'item':
      return <ItemField {...props} item={question.item} />;
    case 'words':
      return <WordsField {...props} />;
  }
}

function ScaleField({ scale, answers, onAnswer, onTapped, alone = false }: QuestionFieldProps & { scale: ScaleKey }): JSX.Element {
  const { ask, low, high } = t.checkIn.questions[scale];
  return <Scale legend={ask} quietLegend={alone} low={low} high={high} value={answers[scale]} onChange={(value) => onAnswer({ [scale]: value })} onTapped={onTapped} />;
}

interface ChoiceFieldProps extends QuestionFieldProps {
  choice: ChoiceKey;
  values: readonly ChoiceValue[];
}

function ChoiceField({ choice, values, answers, onAnswer, onTapped, alone = false }: ChoiceFieldProps): JSX.Element {
  const words: { ask: string; why?: string } = t.checkIn.questions[choice];
  return (
    <Choices
      legend={words.ask}
      quietLegend={alone}
      hint={words.why}
      choices={values.map((value) => ({ value, label: t.checkIn.choices[value] }))}
      value={pickedChoice(choice, answers)}
      onChange={(value) => onAnswer(choiceAnswer(choice, value as ChoiceValue))}
      onTapped={onTapped}
    />
  );
}

function WordsField({ answers, onAnswer }: QuestionFieldProps): JSX.Element {
  const { goal, note } = t.checkIn.questions;
  return (
    <div class="stack">
      <TextField label={goal.ask} hint={goal.hint} maxLength={LONGEST_GOAL} value={answers.goal ?? ''} onChange={(value) => onAnswer({ goal: value })} />
      <FromMyGoals answers={answers} onAnswer={onAnswer} />
      <TextArea label={note.ask} hint={note.hint} maxLength={LONGEST_NOTE} value={answers.note ?? ''} onChange={(value) => onAnswer({ note: value })} />
    </div>
  );
}
