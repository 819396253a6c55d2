/** One question, drawn by its type. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isRows, picked, type Answer, type Item, type Value } from '../../lib/questionnaire';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { CheckList } from '../../ui/check-list';
import { Choices } from '../../ui/choices';
import { TextArea, TextField } from '../../ui/field';

export interface QuestionFieldProps {
  item: Item;
  value: Answer | null;
  onAnswer: (value: Answer | null) => void;
  /** The answer was tapped, so the next question may come. */
  onTapped?: (() => void) | undefined;
  /** The question is already the heading of the screen. */
  alone?: boolean;
}

export function QuestionField(props: QuestionFieldProps): JSX.Element {
  const { item } = props;
  const isChoice = item.type === 'choice' || item.type === 'open-choice';
  if (isChoice && item.repeats) return <SeveralChoices {...props} />;
  if (isChoice) return <OneChoice {...props} />;
  if (item.repeats && !isRows(item)) return <Several {...props} />;
  return <OneAnswer {...props} />;
}

/** Words of the person's own, beside the ones to pick from. */
const otherOf = (value: unknown): string | undefined => (typeof value === 'object' && value !== null && 'text' in value ? String(value.text) : undefined);

const OTHER = 'other…';

function OneChoice({ item, value, onAnswer, onTapped, alone = false }: QuestionFieldProps): JSX.Element {
  const other = otherOf(value);
  const [writing, setWriting] = useState(other !== undefined);
  const isOpen = item.type === 'open-choice';
  const choices = [...item.options.map(({ key, text }) => ({ value: key, label: text })), ...(isOpen ? [{ value: OTHER, label: t.questionnaires.other }] : [])];
  const pick = (key: string): void => {
    setWriting(key === OTHER);
    onAnswer(key === OTHER ? null : key);
  };
  return (
    <>
      <Choices legend={item.text} quietLegend={alone} choices={choices} value={writing ? OTHER : typeof value === 'string' ? value : undefined} onChange={pick} onTapped={writing ? undefined : onTapped} />
      {writing && <TextField label={t.questionnaires.ownWords} maxLength={400} value={other ?? ''} onChange={(text) => onAnswer(text === '' ? null : { text })} />}
    </>
  );
}

function SeveralChoices({ item, value, onAnswer, alone = false }: QuestionFieldProps): JSX.Element {
  const given = Array.isArray(value) ? value : [];
  const keys = given.filter((one) => typeof one === 'string');
  const other = given.map(otherOf).find((text) => text !== undefined) ?? '';
  const write = (ticked: readonly string[], text: string): void => onAnswer([...ticked, ...(text === '' ? [] : [{ text }])]);
  return (
    <>
      <CheckList
        legend={alone ? t.questionnaires.several : item.text}
        options={item.options.map(({ key, text }) => ({ value: key, label: text }))}
        values={keys}
        onChange={(now) => write(picked(item.options, keys, now), other)}
      />
      {item.type === 'open-choice' && <TextField label={t.questionnaires.ownWords} maxLength={400} value={other} onChange={(text) => write(keys, text)} />}
    </>
  );
}

/** The same question several times over. */
function Several(props: QuestionFieldProps): JSX.Element {
  const { item, value, onAnswer } = props;
  const given = Array.isArray(value) ? (value as Value[]) : [];
  const [count, setCount] = useState(Math.max(1, given.length));
  const write = (at: number, one: Answer | null): void => {
    const next = Array.from({ length: count }, (_, n) => (n === at ? (one as Value | null) : (given[n] ?? null)));
    onAnswer(next.filter((each): each is Value => each !== null));
  };
  return (
    <div class="stack-small">
      {Array.from({ length: count }, (_, at) => (
        <OneAnswer key={at} item={{ ...item, text: t.questionnaires.nth(at + 1) }} value={given[at] ?? null} onAnswer={(one) => write(at, one)} />
      ))}
      {count < (item.most ?? MOST) && (
        <div>
          <Button look="quiet" icon="plus" onClick={() => setCount(count + 1)}>
            {t.questionnaires.another}
          </Button>
        </div>
      )}
    </div>
  );
}

const MOST = 20;
const LONGEST = 4000;

function OneAnswer(props: QuestionFieldProps): JSX.Element {
  switch (props.item.type) {
    case 'boolean':
      return <YesNo {...props} />;
    case 'integer':
    case 'decimal':
      return <NumberField {...props} />;
    default:
      return <WordsField {...props} />;
  }
}

function YesNo({ item, value, onAnswer, onTapped, alone = false }: QuestionFieldProps): JSX.Element {
  const choices = [
    { value: 'true', label: t.common.yes },
    { value: 'false', label: t.common.no },
  ];
  return <Choices legend={item.text} quietLegend={alone} choices={choices} value={typeof value === 'boolean' ? String(value) : undefined} onChange={(one) => onAnswer(one === 'true')} onTapped={onTapped} />;
}

function WordsField({ item, value, onAnswer, alone = false }: QuestionFieldProps): JSX.Element {
  const words = { label: item.text, quietLabel: alone, value: typeof value === 'string' ? value : '', onChange: (text: string) => onAnswer(text === '' ? null : text) };
  if (item.type === 'date') return <TextField {...words} type="date" />;
  const free = { ...words, hint: t.questionnaires.notAtOnce, maxLength: item.max_length ?? LONGEST };
  return item.type === 'text' ? <TextArea {...free} rows={5} /> : <TextField {...free} />;
}

function NumberField({ item, value, onAnswer, alone = false }: QuestionFieldProps): JSX.Element {
  const [text, setText] = useState(typeof value === 'number' ? String(value) : '');
  const write = (words: string): void => {
    setText(words);
    onAnswer(wrongNumber(item, words) === undefined && words.trim() !== '' ? Number(words.replace(',', '.')) : null);
  };
  return <TextField label={item.text} quietLabel={alone} inputMode="numeric" hint={item.unit || undefined} maxLength={12} value={text} error={wrongNumber(item, text)} onChange={write} />;
}

function wrongNumber({ type, min, max }: Item, words: string): string | undefined {
  if (words.trim() === '') return undefined;
  const number = Number(words.replace(',', '.'));
  const isOne = type === 'integer' ? Number.isInteger(number) : Number.isFinite(number);
  if (!isOne) return t.questionnaires.wholeNumber;
  if (typeof min === 'number' && number < min) return t.questionnaires.atLeast(min);
  return typeof max === 'number' && number > max ? t.questionnaires.atMost(max) : undefined;
}
