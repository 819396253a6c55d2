/** One of a person's own items: an urge (and, apart from it, whether it was acted on), a feeling, a habit. */
import type { JSX } from 'preact';

import type { ItemAnswer, PersonalItem } from '../../api/check-in-form';
import { t } from '../../lib/strings';
import { Choices } from '../../ui/choices';
import { Scale } from '../../ui/scale';
import { itemAnswer } from './answers';
import type { QuestionFieldProps } from './question-field';

const yesAndNo = (): { value: string; label: string }[] => [
  { value: 'no', label: t.common.no },
  { value: 'yes', label: t.common.yes },
];
const picked = (value: boolean | null | undefined): string | undefined => (value == null ? undefined : value ? 'yes' : 'no');

interface ItemFieldProps extends QuestionFieldProps {
  item: PersonalItem;
}

export function ItemField({ item, answers, onAnswer, onTapped, alone = false }: ItemFieldProps): JSX.Element {
  const given = answers.items?.[item.id] ?? {};
  const say = (part: ItemAnswer): void => onAnswer(itemAnswer(answers, item.id, part));
  const asksActed = item.kind === 'urge';
  // After an urge comes one more question, so its first tap does not go on.
  const first = { item, given, say, alone, onTapped: asksActed ? undefined : onTapped };
  return (
    <div class="stack">
      {item.scale === '0-10' ? <Level {...first} /> : <YesOrNo {...first} />}
      {asksActed && <Choices legend={t.checkIn.acted} choices={yesAndNo()} value={picked(given.acted)} onChange={(value) => say({ acted: value === 'yes' })} onTapped={onTapped} />}
    </div>
  );
}

interface PartProps {
  item: PersonalItem;
  given: ItemAnswer;
  say: (part: ItemAnswer) => void;
  alone: boolean;
  onTapped: (() => void) | undefined;
}

function Level({ item, given, say, alone, onTapped }: PartProps): JSX.Element {
  return <Scale legend={item.label} quietLegend={alone} low={t.checkIn.itemLow[item.kind]} high={t.checkIn.itemHigh[item.kind]} value={given.level} onChange={(level) => say({ level })} onTapped={onTapped} />;
}

function YesOrNo({ item, given, say, alone, onTapped }: PartProps): JSX.Element {
  return <Choices legend={item.label} quietLegend={alone} choices={yesAndNo()} value={picked(given.value)} onChange={(value) => say({ value: value === 'yes' })} onTapped={onTapped} />;
}
